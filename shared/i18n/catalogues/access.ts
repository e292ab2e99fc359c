import { catalogue } from '../messages.ts';

export const accessMessages = catalogue({
  // Opening a personal link.
  'access.opening': { de: 'Der Link wird geöffnet …', en: 'Opening the link …' },
  'access.link_invalid_title': {
    de: 'Dieser Link öffnet gerade nichts.',
    en: 'This link does not open anything at the moment.',
  },
  'access.link_invalid_text': {
    de: {
      du: 'Ruf bitte die Fachkraft an, von der du den Link hast. Sie schickt dir einen neuen.',
      sie: 'Bitte rufen Sie die Fachkraft an, von der Sie den Link haben. Sie schickt Ihnen einen neuen.',
      neutral: 'Die Fachkraft, von der der Link kam, kann einen neuen schicken. Ein Anruf genügt.',
    },
    en: 'Please call the caseworker who sent you the link. They will send you a new one.',
  },
  'access.link_offline_title': { de: 'Kein Netz.', en: 'No connection.' },
  'access.link_offline_text': {
    de: 'Der Link bleibt hier stehen. Sobald es wieder geht, geht es hier weiter.',
    en: 'The link stays here. It goes on as soon as the connection is back.',
  },
  'access.link_failed_title': {
    de: 'Der Link ließ sich gerade nicht öffnen.',
    en: 'The link could not be opened just now.',
  },
  'access.try_again': { de: 'Noch einmal versuchen', en: 'Try again' },

  // "Bist du Leon?"
  'access.ask_hello': {
    de: { du: 'Hallo.', sie: 'Guten Tag.', neutral: 'Guten Tag.' },
    en: 'Hello.',
  },
  'access.ask_title': {
    de: { du: 'Bist du {name}?', sie: 'Sind Sie {name}?', neutral: 'Ist hier {name}?' },
    en: 'Are you {name}?',
  },
  'access.ask_own_plan': {
    de: {
      du: 'Gleich geht es um deinen Plan.',
      sie: 'Gleich geht es um Ihren Plan.',
      neutral: 'Gleich geht es um den Plan.',
    },
    en: 'We are about to talk about your plan.',
  },
  'access.ask_plan': {
    de: 'Gleich geht es um den Plan für {child}.',
    en: 'We are about to talk about the plan for {child}.',
  },
  'access.ask_yes': { de: 'Ja, ich bin {name}', en: 'Yes, I am {name}' },
  'access.ask_no': { de: 'Nein', en: 'No' },
  'access.ask_screen_title': {
    de: 'Ist das der große Bildschirm im Raum?',
    en: 'Is this the big screen in the room?',
  },
  'access.ask_screen_text': {
    de: 'Alle im Raum sehen dann den Plan für {child}. Hier schreibt niemand.',
    en: 'Everybody in the room will then see the plan for {child}. Nobody writes here.',
  },
  'access.ask_screen_yes': { de: 'Ja, das ist er', en: 'Yes, it is' },
  'access.language': { de: 'Sprache', en: 'Language' },
  'access.language_de': { de: 'Deutsch', en: 'Deutsch' },
  'access.language_en': { de: 'English', en: 'English' },
  'access.address': { de: 'Sollen wir du oder Sie sagen?', en: 'How shall we address you in German?' },
  'access.address_du': { de: 'du', en: 'du' },
  'access.address_sie': { de: 'Sie', en: 'Sie' },

  // Not me.
  'access.not_me_title': { de: 'Kein Problem.', en: 'No problem.' },
  'access.not_me_text': {
    de: {
      du: 'Wir sagen {facilitator_declined} Bescheid. Du kannst diese Seite schließen.',
      sie: 'Wir sagen {facilitator_declined} Bescheid. Sie können diese Seite schließen.',
      neutral: 'Wir sagen {facilitator_declined} Bescheid. Diese Seite kann geschlossen werden.',
    },
    en: 'We will tell {facilitator}. You can close this page.',
  },

  // Waiting.
  'access.lobby_hello': {
    de: { du: 'Hallo {name}.', sie: 'Guten Tag, {name}.', neutral: 'Guten Tag, {name}.' },
    en: 'Hello {name}.',
  },
  'access.lobby_here': {
    de: { du: 'Du bist da.', sie: 'Sie sind da.', neutral: 'Angekommen.' },
    en: 'You are here.',
  },
  'access.lobby_wait': {
    de: {
      du: '{facilitator} holt dich gleich rein.',
      sie: '{facilitator} holt Sie gleich herein.',
      neutral: '{facilitator} macht gleich auf.',
    },
    en: '{facilitator} will let you in soon.',
  },
  'access.lobby_second_device': {
    de: {
      du: 'Du bist schon mit einem anderen Gerät dabei. {facilitator} sieht, dass hier ein zweites wartet.',
      sie: 'Sie sind schon mit einem anderen Gerät dabei. {facilitator} sieht, dass hier ein zweites wartet.',
      neutral: 'Ein anderes Gerät ist schon dabei. {facilitator} sieht, dass hier ein zweites wartet.',
    },
    en: 'You are already here with another device. {facilitator} sees that a second one is waiting.',
  },
  'access.lobby_screen_title': { de: 'Der Bildschirm ist bereit.', en: 'The screen is ready.' },
  'access.lobby_screen_wait': {
    de: '{facilitator} schaltet ihn gleich frei.',
    en: '{facilitator} will switch it on soon.',
  },
  'access.meeting_for': { de: 'Plangespräch für {child}', en: 'Plan meeting for {child}' },
  'access.meeting_own': {
    de: { du: 'Dein Plangespräch', sie: 'Ihr Plangespräch', neutral: 'Plangespräch' },
    en: 'Your plan meeting',
  },
  'access.meeting_today': { de: 'heute, {start} bis {end} Uhr', en: 'today, {start} to {end}' },
  'access.meeting_day': { de: '{day}, {start} bis {end} Uhr', en: '{day}, {start} to {end}' },
  'access.others_see': {
    de: {
      du: 'Die anderen sehen deinen Vornamen und was du zeigst. Sonst nichts.',
      sie: 'Die anderen sehen Ihren Namen und was Sie zeigen. Sonst nichts.',
      neutral: 'Die anderen sehen den Namen und was gezeigt wird. Sonst nichts.',
    },
    en: 'The others see your name and what you show. Nothing else.',
  },
  'access.text_bigger': { de: 'Schrift größer machen', en: 'Make the text bigger' },
  'access.text_normal': { de: 'Schrift wieder kleiner machen', en: 'Make the text smaller again' },
  'access.call': { de: '{facilitator_declined} anrufen', en: 'Call {facilitator}' },
  'access.lobby_offline': {
    de: {
      du: 'Kein Netz. Dein Platz bleibt frei. Sobald es wieder geht, bist du wieder da.',
      sie: 'Kein Netz. Ihr Platz bleibt frei. Sobald es wieder geht, sind Sie wieder da.',
      neutral: 'Kein Netz. Die Verbindung wird gesucht.',
    },
    en: 'No connection. Your place stays free. You are back as soon as it works again.',
  },

  // Over.
  'access.refused_title': {
    de: 'Hier geht es heute nicht weiter.',
    en: 'It does not go on here today.',
  },
  'access.refused_text': {
    de: '{facilitator} weiß Bescheid und erklärt gern, warum.',
    en: '{facilitator} knows about it and is glad to explain why.',
  },
  'access.gone_title': {
    de: { du: 'Dein Teil ist vorbei.', sie: 'Ihr Teil ist vorbei.', neutral: 'Dieser Teil ist vorbei.' },
    en: 'Your part is over.',
  },
  'access.gone_text': {
    de: {
      du: 'Danke, dass du da warst. Wenn du noch etwas sagen möchtest, melde dich bei {facilitator_declined}.',
      sie: 'Danke, dass Sie da waren. Wenn Sie noch etwas sagen möchten, melden Sie sich bei {facilitator_declined}.',
      neutral: 'Danke an alle. Bei Fragen hilft {facilitator}.',
    },
    en: 'Thank you for being here. If there is something you still want to say, get in touch with {facilitator}.',
  },
  'access.to_home': { de: 'Zu den Gesprächen', en: 'To the meetings' },

  // At the table, before and around it.
  'access.entering': { de: 'Der Tisch wird gedeckt …', en: 'Laying the table …' },
  'access.page_title': { de: 'Planrunde', en: 'Planrunde' },
});
