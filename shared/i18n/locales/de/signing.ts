import type { Area } from '../../wording.ts';

/** Freezing, reading, deciding, sealing and what comes after. */
export const signing = {
  // While the plan is still open: how the protocol will look.
  'signing.preview_title': 'So wird das Protokoll aussehen',
  'signing.preview_text': 'Was am Tisch geändert wird, ändert sich auch hier.',
  'signing.preview_empty': 'Noch steht nichts darin.',
  'signing.begin': 'Gemeinsam vorlesen',
  'signing.begin_hint':
    'Dann bleibt der Text stehen. Alle lesen dasselbe und sagen, was sie davon halten. Wieder öffnen geht.',
  'signing.long':
    'Das Protokoll wird lang: etwa {pages, plural, other {#}} Seiten. Am meisten steht in „{part}“, etwa {most, plural, other {#}}.',
  'signing.long_no_pdf': 'Ab etwa {pages, plural, other {#}} Seiten lässt sich kein PDF mehr daraus machen.',

  // Freezing: the last edits arrive.
  'signing.freezing_title': 'Wir halten kurz an.',
  'signing.freezing_text': 'Was eingetragen ist, kommt noch an.',
  'signing.freezing_missing':
    '{count, plural, =0 {Alles ist angekommen.} other {Hier ist noch nicht alles angekommen: {names}.}}',
  'signing.freezing_countdown':
    '{seconds, plural, =0 {Gleich geht es von selbst weiter.} one {Noch eine Sekunde, dann geht es von selbst weiter.} other {Noch # Sekunden, dann geht es von selbst weiter.}}',
  'signing.freezing_now_hint':
    'Was dann noch unterwegs ist, kommt nicht ins Protokoll. Wer es geschrieben hat, findet es unter „Nicht übernommen“.',
  'signing.freeze_wait': 'Warten',
  'signing.freeze_now': 'Trotzdem weitergehen',
  'signing.freeze_cancel': 'Abbrechen',

  // The reading version.
  'signing.frozen_note': {
    du: 'Wir lesen jetzt zusammen. Wenn sich danach etwas ändert, lesen wir noch einmal.',
    sie: 'Wir lesen jetzt zusammen. Wenn sich danach etwas ändert, lesen wir noch einmal.',
    neutral: 'Wir lesen jetzt gemeinsam.',
  },
  'signing.open_again': 'Der Plan ist wieder offen. Alle können weiterschreiben.',
  'signing.sealed_note': 'Das Protokoll ist abgeschlossen.',
  'signing.lock': 'Seit {time} steht alles fest.',
  'signing.lock_open': 'Zum Ändern wieder öffnen.',
  'signing.lock_version': 'Fassung {version}, Code {code}',
  'signing.sealed_version': 'Protokoll {version}, Code {code}',
  'signing.code_hint': 'Wo derselbe Code steht, steht derselbe Text.',
  'signing.loading': 'Der Plan wird geholt …',
  'signing.retry': 'Noch einmal versuchen',
  'signing.read_aloud': 'Vorlesen',
  'signing.stop_reading': 'Aufhören',
  'signing.larger': 'Größer',
  'signing.print': 'Drucken',

  // One person's page.
  'signing.my_page': { du: 'Deine Seite', sie: 'Ihre Seite', neutral: 'Eigene Seite' },
  'signing.achieved': {
    du: 'Das hast du geschafft',
    sie: 'Das haben Sie geschafft',
    neutral: 'Das ist geschafft',
  },
  'signing.my_goals': { du: 'Deine Ziele', sie: 'Ihre Ziele', neutral: 'Eigene Ziele' },
  'signing.my_steps': { du: 'Deine Schritte', sie: 'Ihre Schritte', neutral: 'Eigene Schritte' },
  'signing.others': 'Das machen andere',
  'signing.nothing_of_mine': {
    du: 'Kein Ziel und kein Schritt ist nur für dich. Im ganzen Plan steht alles.',
    sie: 'Kein Ziel und kein Schritt ist nur für Sie. Im ganzen Plan steht alles.',
    neutral: 'Hier steht kein eigenes Ziel und kein eigener Schritt. Im ganzen Plan steht alles.',
  },
  'signing.until': 'bis {date}',
  'signing.next_review': 'Nächste Überprüfung: {date}',
  'signing.read_all': 'Ganzen Plan lesen',
  'signing.whole_plan': 'Der ganze Plan',
  'signing.back_to_page': {
    du: 'Zurück zu deiner Seite',
    sie: 'Zurück zu Ihrer Seite',
    neutral: 'Zurück zur eigenen Seite',
  },
  'signing.change_of_mind': {
    du: 'Bis {date} kannst du es dir anders überlegen.',
    sie: 'Bis {date} können Sie es sich anders überlegen.',
    neutral: 'Bis {date} kann jede Antwort noch geändert werden.',
  },
  'signing.ombuds': {
    du: 'Hilfe dabei gibt dir die Ombudsstelle. Sie gehört nicht zum Jugendamt. Frag {name_declined} nach der Nummer.',
    sie: 'Hilfe dabei gibt Ihnen die Ombudsstelle. Sie gehört nicht zum Jugendamt. Die Nummer bekommen Sie von {name_declined}.',
    neutral:
      'Hilfe dabei gibt die Ombudsstelle. Sie gehört nicht zum Jugendamt. Die Nummer gibt es bei {name_declined}.',
  },
  'signing.ombuds_reached': {
    du: 'Hilfe dabei gibt dir {name}, Telefon {phone}. Das ist die Ombudsstelle, sie gehört nicht zum Jugendamt.',
    sie: 'Hilfe dabei gibt Ihnen {name}, Telefon {phone}. Das ist die Ombudsstelle, sie gehört nicht zum Jugendamt.',
    neutral:
      'Hilfe dabei gibt {name}, Telefon {phone}. Das ist die Ombudsstelle, sie gehört nicht zum Jugendamt.',
  },
  'signing.complaint': 'Für eine Beschwerde: {complaint}',

  // The decision.
  'signing.question': {
    du: 'Was sagst du zu dem Plan?',
    sie: 'Was sagen Sie zu dem Plan?',
    neutral: 'Was ist zu dem Plan zu sagen?',
  },
  'signing.decision.einverstanden': 'Ich bin einverstanden',
  'signing.decision.mit_anmerkung': 'Ich bin einverstanden und möchte etwas dazu sagen',
  'signing.decision.nicht_einverstanden': 'Ich bin nicht einverstanden',
  'signing.decision.bedenkzeit': 'Ich möchte noch nachdenken',
  'signing.said.einverstanden': 'einverstanden',
  'signing.said.mit_anmerkung': 'einverstanden, mit Anmerkung',
  'signing.said.nicht_einverstanden': 'nicht einverstanden',
  'signing.said.bedenkzeit': 'möchte noch nachdenken',
  'signing.said.bedenkzeit_until': 'möchte noch nachdenken, bis {date}',
  'signing.said.open': 'noch offen',
  'signing.not_agreeing': {
    du: 'Das ist in Ordnung. Wir schreiben auf, dass du nicht einverstanden bist. Wenn du willst, auch warum. Dein Name unten sagt nur, dass diese Antwort von dir ist. Dem Plan stimmst du damit nicht zu.',
    sie: 'Das ist in Ordnung. Wir schreiben auf, dass Sie nicht einverstanden sind. Wenn Sie möchten, auch warum. Ihr Name unten sagt nur, dass diese Antwort von Ihnen ist. Dem Plan stimmen Sie damit nicht zu.',
    neutral:
      'Das ist in Ordnung. Dass jemand nicht einverstanden ist, wird aufgeschrieben. Der Name unten sagt nur, von wem diese Antwort ist.',
  },
  'signing.remark_label': { du: 'Das sagst du dazu', sie: 'Das sagen Sie dazu', neutral: 'Dazu gesagt' },
  'signing.reason_label': {
    du: 'Warum nicht? Nur wenn du willst',
    sie: 'Warum nicht? Nur wenn Sie möchten',
    neutral: 'Warum nicht? Freiwillig',
  },
  'signing.remark_left':
    '{count, plural, =0 {Mehr passt nicht hinein.} one {Noch ein Zeichen passt hinein.} other {Noch # Zeichen passen hinein.}}',
  'signing.remark_long':
    '{count, plural, one {Ein Zeichen ist} other {# Zeichen sind}} zu viel. Bitte kürzen.',
  'signing.think_label': 'Bis wann?',
  'signing.think_hint': {
    du: 'Du kannst dich auch früher entscheiden.',
    sie: 'Sie können sich auch früher entscheiden.',
    neutral: 'Auch früher ist möglich.',
  },
  'signing.exact_title': 'So schreiben wir es auf',
  'signing.exact_text': '{name}: {said}',
  'signing.exact_quote': '„{remark}“',
  'signing.name_label': {
    du: 'Zum Bestätigen deinen Namen tippen',
    sie: 'Zum Bestätigen Ihren Namen tippen',
    neutral: 'Zum Bestätigen den Namen tippen',
  },
  'signing.name_hint': 'Zum Beispiel: {name}',
  'signing.rather_no_typing': 'Lieber ohne Tippen:',
  'signing.only_confirm': 'nur bestätigen',
  'signing.rather_typing': 'Lieber anders:',
  'signing.type_name': 'Namen tippen',
  'signing.submit': 'Abgeben',
  'signing.hold': 'Zum Abgeben gedrückt halten',
  'signing.hold_hint': 'Zwei Sekunden gedrückt halten oder zweimal drücken.',
  'signing.holding': 'Noch etwas halten …',
  'signing.press_again': 'Zum Abgeben noch einmal drücken',
  'signing.sending': 'Wird abgegeben …',
  'signing.missing_decision': 'Bitte zuerst eine der vier Antworten wählen.',
  'signing.missing_remark': {
    du: 'Was möchtest du dazu sagen? Schreib es in das Feld.',
    sie: 'Was möchten Sie dazu sagen? Bitte in das Feld schreiben.',
    neutral: 'Bitte in das Feld schreiben, was dazu gesagt werden soll.',
  },
  'signing.missing_date': 'Bitte einen Tag ab morgen wählen.',
  'signing.missing_name': 'Bitte hier den Namen tippen.',
  'signing.earlier': {
    du: 'Das hast du zu Fassung {version} gesagt. Es steht dabei, bis du neu antwortest.',
    sie: 'Das haben Sie zu Fassung {version} gesagt. Es steht dabei, bis Sie neu antworten.',
    neutral: 'Zu Fassung {version} gesagt. Es steht dabei, bis es eine neue Antwort gibt.',
  },
  'signing.seal_earlier': '{name} hatte zu Fassung {version} gesagt: {said}.',
  'signing.old_answer': {
    du: 'Der Text ist neu. Wenn du schon etwas gesagt hast, galt das für den Text davor.',
    sie: 'Der Text ist neu. Wenn Sie schon etwas gesagt haben, galt das für den Text davor.',
    neutral: 'Der Text ist neu. Frühere Antworten galten für den Text davor.',
  },

  // After handing in.
  'signing.thanks': {
    du: 'Danke. Deine Antwort ist abgegeben.',
    sie: 'Danke. Ihre Antwort ist abgegeben.',
    neutral: 'Danke. Die Antwort ist abgegeben.',
  },
  'signing.your_answer': { du: 'Deine Antwort', sie: 'Ihre Antwort', neutral: 'Eigene Antwort' },
  'signing.stands_with_plan': 'Das steht jetzt beim Plan',
  'signing.change_answer': 'Anders überlegt',
  'signing.change_note': 'Die neue Antwort kommt mit Datum dazu. Die erste bleibt stehen.',
  'signing.keep_answer': 'Bei der Antwort bleiben',
  'signing.change_over': {
    du: 'Die Zeit zum Ändern ist vorbei. {name} hilft dir weiter.',
    sie: 'Die Zeit zum Ändern ist vorbei. {name} hilft Ihnen weiter.',
    neutral: 'Die Zeit zum Ändern ist vorbei.',
  },

  // The facilitator's side.
  'signing.round_title': 'Wer sich entschieden hat',
  'signing.round_count':
    '{decided} von {expected} haben sich entschieden{thinking, plural, =0 {} one {, eine Person denkt noch nach} other {, # denken noch nach}}.',
  'signing.round_open': 'Noch offen',
  'signing.round_thinking': 'Denkt noch nach',
  'signing.round_decided': 'Entschieden',
  'signing.own_decision': 'Selbst entscheiden',
  'signing.own_answer': {
    du: 'Deine Antwort geben',
    sie: 'Ihre Antwort geben',
    neutral: 'Eine Antwort geben',
  },
  'signing.own_change': 'Eigene Antwort ansehen',
  'signing.back_to_round': 'Zurück zur Übersicht',
  'signing.seal': 'Abschließen',
  'signing.seal_title': 'Protokoll abschließen?',
  'signing.seal_text': 'Die Fassung {version} mit dem Code {code} bleibt danach, wie sie ist.',
  'signing.seal_open':
    '{count, plural, =0 {Alle haben sich entschieden.} one {Noch nicht entschieden hat sich {names}.} other {Noch nicht entschieden haben sich {names}.}}',
  'signing.seal_thinking': '{name} {said}.',
  'signing.seal_open_later':
    'Entscheiden geht auch danach noch: auf dem Gerät, mit dem jemand schon am Tisch ist, sonst über einen neuen persönlichen Link.',
  'signing.seal_against': 'Nicht einverstanden: {names}. Das steht so beim Plan.',
  'signing.seal_not_yet': 'Noch nicht',
  'signing.reopen': 'Wieder öffnen',
  'signing.reopen_title': 'Plan wieder öffnen?',
  'signing.reopen_text':
    'Dann kann wieder geschrieben werden. Danach wird noch einmal vorgelesen, und alle entscheiden noch einmal.',
  'signing.reopen_kept': 'Die Antworten bis jetzt bleiben bei der Fassung {version}.',
  'signing.reopen_not': 'So lassen',

  // Sealed.
  'signing.done_title': {
    du: 'Fertig. Hier ist dein Protokoll.',
    sie: 'Fertig. Hier ist Ihr Protokoll.',
    neutral: 'Danke an alle.',
  },
  'signing.done_text': {
    du: 'Wenn du es dir anders überlegst, melde dich bis {date}.',
    sie: 'Wenn Sie es sich anders überlegen, melden Sie sich bis {date}.',
    neutral: 'Bis {date} kann jede Antwort noch geändert werden.',
  },
  'signing.done_open': {
    du: 'Von dir fehlt noch eine Antwort. Du kannst sie auch jetzt noch geben.',
    sie: 'Von Ihnen fehlt noch eine Antwort. Sie können sie auch jetzt noch geben.',
    neutral: 'Eine Antwort fehlt noch. Sie kann auch jetzt noch gegeben werden.',
  },
  'signing.done_undecided': {
    du: 'Das Gespräch ist abgeschlossen. Du kannst dich trotzdem noch entscheiden.',
    sie: 'Das Gespräch ist abgeschlossen. Sie können sich trotzdem noch entscheiden.',
    neutral: 'Das Gespräch ist abgeschlossen. Eine Entscheidung ist trotzdem noch möglich.',
  },
  'signing.decide_later': 'Zu den Unterlagen',
  'signing.documents': 'Zum Mitnehmen',
  'signing.document_pdf': 'Protokoll als PDF',
  'signing.document_json': 'Daten für Computer (JSON)',
  'signing.document_making': 'Wird erstellt …',
  'signing.document_done': 'Die Datei ist da.',
  'signing.answers': 'Wer was dazu gesagt hat',
  'signing.answer_at': 'am {date}',
  'signing.answer_later': 'nachgetragen am {date}',
  'signing.method.name_getippt': 'Name getippt',
  'signing.method.bestaetigt': 'bestätigt',
  'signing.no_answers': 'Noch niemand hat sich entschieden.',

  // The next meeting.
  'signing.next_title': 'Nächstes Gespräch anlegen',
  'signing.next_text': 'Es beginnt mit dieser Fassung: mit ihren Zielen, Schritten und Stärken.',
  'signing.next_type': 'Art des Gesprächs',
  'signing.next_date': 'Tag',
  'signing.next_start': 'Beginn',
  'signing.next_end': 'Ende',
  'signing.next_place': 'Ort',
  'signing.next_make': 'Anlegen',
  'signing.next_making': 'Wird angelegt …',
  'signing.next_end_early': 'Das Ende liegt vor dem Beginn.',
  'signing.next_missing': 'Das fehlt noch.',
  'signing.next_place_long': 'Das ist zu lang, höchstens 300 Zeichen.',
  'signing.next_done': 'Das nächste Gespräch ist angelegt.',
  'signing.next_go': 'Zum neuen Tisch',

  // Two versions side by side.
  'signing.compare': 'Mit der letzten Fassung vergleichen',
  'signing.compare_back': 'Zurück zum Protokoll',
  'signing.compare_loading': 'Die letzte Fassung wird geholt …',
  'signing.compare_title': 'Was hat sich seit dem {date} geändert?',
  'signing.compare_table': 'Ziele damals und heute',
  'signing.compare_fate': 'Was daraus wurde',
  'signing.compare_filter': 'Was gezeigt wird',
  'signing.compare_all': 'Alles',
  'signing.compare_changed': 'Nur Geändertes',
  'signing.compare_for': 'Für {name_declined}',
  'signing.compare_nothing': 'Hier hat sich nichts geändert.',
  'signing.compare_unsealed': 'noch nicht abgeschlossen',
  'signing.compare_not_before': 'stand noch nicht im Plan',
  'signing.compare_not_now': 'steht nicht mehr im Plan',
  'signing.compare_why': 'Warum: {text}',
  'signing.compare_removed': 'entfallen:',
  'signing.compare_added': 'neu:',
  'signing.fate.erreicht': 'Erreicht',
  'signing.fate.erledigt': 'Geschafft',
  'signing.fate.geaendert': 'Geändert',
  'signing.fate.laeuft_weiter': 'Läuft weiter',
  'signing.fate.neu': 'Neu',
  'signing.fate.beendet': 'Beendet',
  'signing.change.wortlaut': 'Wortlaut',
  'signing.change.ebene': 'Ebene',
  'signing.change.ort': 'Platz im Plan',
  'signing.change.wer': 'wer',
  'signing.change.termin': 'Termin',
  'signing.change.zielwert': 'Zielwert',
} as const satisfies Area;
