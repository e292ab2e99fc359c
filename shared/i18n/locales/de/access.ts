import type { Area } from '../../wording.ts';

export const access = {
  // Opening a personal link.
  'access.opening': 'Der Link wird geöffnet …',
  'access.link_invalid_title': 'Dieser Link öffnet gerade nichts.',
  'access.link_invalid_text': {
    du: 'Ruf bitte die Fachkraft an, von der du den Link hast. Sie schickt dir einen neuen.',
    sie: 'Bitte rufen Sie die Fachkraft an, von der Sie den Link haben. Sie schickt Ihnen einen neuen.',
    neutral: 'Die Fachkraft, von der der Link kam, kann einen neuen schicken. Ein Anruf genügt.',
  },
  'access.link_offline_title': 'Kein Netz.',
  'access.link_offline_text': 'Der Link bleibt hier stehen. Sobald es wieder geht, geht es hier weiter.',
  'access.restored_title': 'Dieser Zugang gilt nicht mehr.',
  'access.restored':
    'Der Server wurde aus einer älteren Sicherung wiederhergestellt. Mit einem neuen Link in diesem Tab geht es weiter; dann zeigt die Seite, was im Plan fehlt.',
  'access.link_failed_title': 'Der Link ließ sich gerade nicht öffnen.',
  'access.try_again': 'Noch einmal versuchen',

  // "Bist du Leon?"
  'access.ask_hello': { du: 'Hallo.', sie: 'Guten Tag.', neutral: 'Guten Tag.' },
  'access.ask_title': { du: 'Bist du {name}?', sie: 'Sind Sie {name}?', neutral: 'Ist hier {name}?' },
  'access.ask_own_plan': {
    du: 'Es geht um deinen Plan.',
    sie: 'Es geht um Ihren Plan.',
    neutral: 'Es geht um den Plan.',
  },
  'access.ask_plan': 'Es geht um den Plan für {child}.',
  'access.ask_yes': 'Ja, ich bin {name}',
  'access.ask_no': 'Nein',
  'access.ask_screen_title': 'Ist das der große Bildschirm im Raum?',
  'access.ask_screen_text': 'Alle im Raum sehen dann den Plan für {child}. Hier schreibt niemand.',
  'access.ask_screen_yes': 'Ja, das ist er',
  'access.language': 'Sprache',
  'access.address': 'Sollen wir du oder Sie sagen?',
  'access.address_du': 'du',
  'access.address_sie': 'Sie',

  // Not me.
  'access.not_me_title': 'Kein Problem.',
  'access.not_me_text': {
    du: 'Wir sagen {facilitator_declined} Bescheid. Du kannst diese Seite schließen.',
    sie: 'Wir sagen {facilitator_declined} Bescheid. Sie können diese Seite schließen.',
    neutral: 'Wir sagen {facilitator_declined} Bescheid. Diese Seite kann geschlossen werden.',
  },
  'access.not_me_back': {
    du: 'Doch, ich bin es: zurück',
    sie: 'Doch, ich bin es: zurück',
    neutral: 'Doch richtig: zurück',
  },
  'access.not_me_link': {
    du: 'Du bist es doch? Dann öffne den Link aus der Nachricht noch einmal.',
    sie: 'Sie sind es doch? Dann öffnen Sie den Link aus der Nachricht noch einmal.',
    neutral: 'Doch richtig? Dann bitte den Link aus der Nachricht noch einmal öffnen.',
  },
  'access.no_cookies_title': 'Dieser Browser merkt sich nichts.',
  'access.no_cookies_text': {
    du: 'Er lässt keine Cookies zu. Wir brauchen eines, damit nur du deinen Platz öffnest. Erlaube Cookies für diese Seite oder nimm einen anderen Browser.',
    sie: 'Er lässt keine Cookies zu. Wir brauchen eines, damit nur Sie Ihren Platz öffnen. Erlauben Sie Cookies für diese Seite oder nehmen Sie einen anderen Browser.',
    neutral:
      'Er lässt keine Cookies zu. Eines ist nötig, damit niemand sonst diesen Platz öffnet. Bitte Cookies für diese Seite erlauben oder einen anderen Browser nehmen.',
  },
  'access.other_browser_title': 'Hier fehlt der persönliche Link.',
  'access.other_browser_text': {
    du: 'Öffne den Link aus der Nachricht in diesem Browser. Geht er nicht mehr, bitte um einen neuen.',
    sie: 'Öffnen Sie den Link aus der Nachricht in diesem Browser. Geht er nicht mehr, bitten Sie um einen neuen.',
    neutral:
      'Bitte den Link aus der Nachricht in diesem Browser öffnen. Geht er nicht mehr, gibt es einen neuen.',
  },

  // Waiting.
  'access.lobby_hello': { du: 'Hallo {name}.', sie: 'Guten Tag, {name}.', neutral: 'Guten Tag, {name}.' },
  'access.lobby_here': { du: 'Du bist da.', sie: 'Sie sind da.', neutral: 'Angekommen.' },
  'access.lobby_wait': {
    du: '{facilitator} holt dich gleich rein.',
    sie: '{facilitator} holt Sie gleich herein.',
    neutral: '{facilitator} macht gleich auf.',
  },
  'access.lobby_sealed': {
    du: 'Das Protokoll ist schon abgeschlossen. Lesen und entscheiden kannst du, sobald {facilitator} dich hereinlässt oder dir einen neuen Link gibt.',
    sie: 'Das Protokoll ist schon abgeschlossen. Lesen und entscheiden können Sie, sobald {facilitator} Sie hereinlässt oder Ihnen einen neuen Link gibt.',
    neutral:
      'Das Protokoll ist schon abgeschlossen. Lesen und entscheiden geht, sobald {facilitator} aufmacht oder einen neuen Link gibt.',
  },
  'access.lobby_second_device': {
    du: 'Du bist schon mit einem anderen Gerät dabei. {facilitator} sieht, dass hier ein zweites wartet.',
    sie: 'Sie sind schon mit einem anderen Gerät dabei. {facilitator} sieht, dass hier ein zweites wartet.',
    neutral: 'Ein anderes Gerät ist schon dabei. {facilitator} sieht, dass hier ein zweites wartet.',
  },
  'access.lobby_screen_title': 'Der Bildschirm ist bereit.',
  'access.lobby_screen_wait': '{facilitator} schaltet ihn gleich frei.',
  'access.lobby_screen_sealed':
    'Das Protokoll ist schon abgeschlossen. Hier steht es, sobald {facilitator} den Bildschirm freischaltet.',
  'access.meeting_for': 'Plangespräch für {child}',
  'access.meeting_own': { du: 'Dein Plangespräch', sie: 'Ihr Plangespräch', neutral: 'Plangespräch' },
  'access.meeting_today': 'heute, {start} bis {end} Uhr',
  'access.meeting_day': '{day}, {start} bis {end} Uhr',
  'access.others_see': {
    du: 'Die anderen sehen deinen Namen, wo du im Plan gerade bist und was du dort schreibst, jeden Buchstaben sofort. Was unter „Nur für mich“ steht, siehst nur du.',
    sie: 'Die anderen sehen Ihren Namen, wo Sie im Plan gerade sind und was Sie dort schreiben, jeden Buchstaben sofort. Was unter „Nur für mich“ steht, sehen nur Sie.',
    neutral:
      'Die anderen sehen den Namen und was im Plan geschrieben wird, jeden Buchstaben sofort. Was unter „Nur für mich“ steht, sehen sie nicht.',
  },
  'access.text_bigger': 'Schrift größer machen',
  'access.text_normal': 'Schrift wieder kleiner machen',
  'access.call': '{facilitator_declined} anrufen',
  'access.lobby_offline': {
    du: 'Kein Netz. Dein Platz bleibt frei. Sobald es wieder geht, bist du wieder da.',
    sie: 'Kein Netz. Ihr Platz bleibt frei. Sobald es wieder geht, sind Sie wieder da.',
    neutral: 'Kein Netz. Die Verbindung wird gesucht.',
  },

  // Over.
  'access.refused_title': {
    du: 'Heute kannst du nicht dabei sein.',
    sie: 'Heute können Sie nicht dabei sein.',
    neutral: 'Heute geht es hier nicht weiter.',
  },
  'access.refused_text': '{facilitator} erklärt, warum.',
  'access.refused_again': 'Ein Irrtum? Noch einmal anklopfen',
  'access.refused_link': {
    du: 'Ein Irrtum? Dann öffne den Link aus der Nachricht noch einmal.',
    sie: 'Ein Irrtum? Dann öffnen Sie den Link aus der Nachricht noch einmal.',
    neutral: 'Ein Irrtum? Dann bitte den Link aus der Nachricht noch einmal öffnen.',
  },
  'access.gone_title': {
    du: 'Dein Teil ist vorbei.',
    sie: 'Ihr Teil ist vorbei.',
    neutral: 'Dieser Teil ist vorbei.',
  },
  'access.gone_text': {
    du: 'Danke, dass du da warst. Wenn du noch etwas sagen möchtest, melde dich bei {facilitator_declined}.',
    sie: 'Danke, dass Sie da waren. Wenn Sie noch etwas sagen möchten, melden Sie sich bei {facilitator_declined}.',
    neutral: 'Danke an alle. Bei Fragen hilft {facilitator}.',
  },
  'access.to_home': 'Zu den Gesprächen',

  // At the table, before and around it.
  'access.entering': 'Der Tisch wird gedeckt …',
  'access.page_title': 'Planrunde',
} as const satisfies Area;
