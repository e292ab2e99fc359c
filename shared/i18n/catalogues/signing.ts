import { catalogue } from '../messages.ts';

/** Freezing, reading, deciding, sealing and what comes after. */
export const signingMessages = catalogue({
  // While the plan is still open: how the protocol will look.
  'signing.preview_title': { de: 'So wird das Protokoll aussehen', en: 'This is how the record will look' },
  'signing.preview_text': {
    de: 'Was am Tisch geändert wird, ändert sich auch hier.',
    en: 'Whatever changes at the table changes here too.',
  },
  'signing.preview_empty': { de: 'Noch steht nichts darin.', en: 'There is nothing in it yet.' },
  'signing.begin': { de: 'Einfrieren und vorlesen', en: 'Freeze and read aloud' },
  'signing.begin_hint': {
    de: 'Dann bleibt der Text stehen. Alle lesen dasselbe und sagen, was sie davon halten. Wieder öffnen geht.',
    en: 'Then the text stands still. Everybody reads the same and says what they think. It can be opened again.',
  },

  // Freezing: the last edits arrive.
  'signing.freezing_title': { de: 'Wir halten kurz an.', en: 'We stop for a moment.' },
  'signing.freezing_text': {
    de: 'Alles, was geschrieben ist, kommt noch an.',
    en: 'Everything that has been written still arrives.',
  },
  'signing.freezing_missing': {
    de: '{count, plural, =0 {Alles ist angekommen.} other {Hier ist noch nicht alles angekommen: {names}.}}',
    en: '{count, plural, =0 {Everything has arrived.} one {Not everything has arrived from {names} yet.} other {Not everything has arrived from {names} yet.}}',
  },
  'signing.freezing_countdown': {
    de: '{seconds, plural, =0 {Gleich geht es von selbst weiter.} one {Noch eine Sekunde, dann geht es von selbst weiter.} other {Noch # Sekunden, dann geht es von selbst weiter.}}',
    en: '{seconds, plural, =0 {It goes on by itself in a moment.} one {One more second, then it goes on by itself.} other {# more seconds, then it goes on by itself.}}',
  },
  'signing.freezing_now_hint': {
    de: 'Was dann noch unterwegs ist, kommt nicht ins Protokoll. Wer es geschrieben hat, findet es unter „Nicht übernommen“.',
    en: 'What is still on its way then does not go into the record. Whoever wrote it finds it under “Not taken over”.',
  },
  'signing.freeze_wait': { de: 'Warten', en: 'Wait' },
  'signing.freeze_now': { de: 'Trotzdem weitergehen', en: 'Go on anyway' },
  'signing.freeze_cancel': { de: 'Abbrechen', en: 'Cancel' },

  // The reading version.
  'signing.frozen_note': {
    de: {
      du: 'Wir lesen jetzt zusammen. Wenn sich danach etwas ändert, lesen wir noch einmal.',
      sie: 'Wir lesen jetzt zusammen. Wenn sich danach etwas ändert, lesen wir noch einmal.',
      neutral: 'Wir lesen jetzt gemeinsam.',
    },
    en: {
      du: 'We now read together. If something changes afterwards, we read once more.',
      sie: 'We now read together. If something changes afterwards, we read once more.',
      neutral: 'We now read together.',
    },
  },
  'signing.open_again': {
    de: 'Der Plan ist wieder offen. Alle können weiterschreiben.',
    en: 'The plan is open again. Everybody can go on writing.',
  },
  'signing.sealed_note': { de: 'Das Protokoll ist abgeschlossen.', en: 'The record is closed.' },
  'signing.lock': {
    de: 'Vorlesefassung {time}. Zum Ändern wieder öffnen.',
    en: 'Reading version {time}. Open it again to change it.',
  },
  'signing.lock_version': {
    de: 'Fassung {version}, Code {code}',
    en: 'Version {version}, code {code}',
  },
  'signing.sealed_version': {
    de: 'Protokoll {version}, Code {code}',
    en: 'Record {version}, code {code}',
  },
  'signing.code_hint': {
    de: 'Gleicher Code, gleicher Text.',
    en: 'Same code, same text.',
  },
  'signing.loading': { de: 'Die Vorlesefassung wird geholt …', en: 'Fetching the reading version …' },
  'signing.retry': { de: 'Noch einmal versuchen', en: 'Try again' },
  'signing.read_aloud': { de: 'Vorlesen', en: 'Read aloud' },
  'signing.stop_reading': { de: 'Aufhören', en: 'Stop' },
  'signing.larger': { de: 'Größer', en: 'Larger' },
  'signing.print': { de: 'Drucken', en: 'Print' },

  // One person's page.
  'signing.my_page': {
    de: { du: 'Deine Seite', sie: 'Ihre Seite', neutral: 'Eigene Seite' },
    en: 'Your page',
  },
  'signing.achieved': {
    de: { du: 'Das hast du geschafft', sie: 'Das haben Sie geschafft', neutral: 'Das ist geschafft' },
    en: 'What you have achieved',
  },
  'signing.my_goals': {
    de: { du: 'Deine Ziele', sie: 'Ihre Ziele', neutral: 'Eigene Ziele' },
    en: 'Your goals',
  },
  'signing.my_steps': {
    de: { du: 'Deine Schritte', sie: 'Ihre Schritte', neutral: 'Eigene Schritte' },
    en: 'Your steps',
  },
  'signing.helping': {
    de: { du: 'Dabei hilfst du', sie: 'Dabei helfen Sie', neutral: 'Mithilfe' },
    en: 'Where you help',
  },
  'signing.others': { de: 'Das machen andere', en: 'What others do' },
  'signing.nothing_of_mine': {
    de: {
      du: 'Kein Ziel und kein Schritt ist nur für dich. Im ganzen Plan steht alles.',
      sie: 'Kein Ziel und kein Schritt ist nur für Sie. Im ganzen Plan steht alles.',
      neutral: 'Hier steht kein eigenes Ziel und kein eigener Schritt. Im ganzen Plan steht alles.',
    },
    en: 'No goal and no step is only for you. The whole plan holds everything.',
  },
  'signing.until': { de: 'bis {date}', en: 'by {date}' },
  'signing.service_hours': {
    de: '{hours} Stunden in der Woche',
    en: '{hours} hours a week',
  },
  'signing.next_review': { de: 'Nächste Überprüfung: {date}', en: 'Next review: {date}' },
  'signing.read_all': { de: 'Ganzen Plan lesen', en: 'Read the whole plan' },
  'signing.whole_plan': { de: 'Der ganze Plan', en: 'The whole plan' },
  'signing.back_to_page': {
    de: { du: 'Zurück zu deiner Seite', sie: 'Zurück zu Ihrer Seite', neutral: 'Zurück zur eigenen Seite' },
    en: 'Back to your page',
  },
  'signing.change_of_mind': {
    de: {
      du: 'Bis {date} kannst du es dir anders überlegen.',
      sie: 'Bis {date} können Sie es sich anders überlegen.',
      neutral: 'Bis {date} kann jede Antwort noch geändert werden.',
    },
    en: 'You can change your mind until {date}.',
  },
  'signing.ombuds': {
    de: {
      du: 'Die Ombudsstelle hilft dir dabei. Sie gehört nicht zum Jugendamt.',
      sie: 'Die Ombudsstelle hilft Ihnen dabei. Sie gehört nicht zum Jugendamt.',
      neutral: 'Die Ombudsstelle hilft dabei. Sie gehört nicht zum Jugendamt.',
    },
    en: 'The ombuds office helps you with that. It is not part of the youth welfare office.',
  },

  // The decision.
  'signing.question': {
    de: {
      du: 'Was sagst du zu dem Plan?',
      sie: 'Was sagen Sie zu dem Plan?',
      neutral: 'Was ist zu dem Plan zu sagen?',
    },
    en: 'What do you say to the plan?',
  },
  'signing.decision.einverstanden': { de: 'Ich bin einverstanden', en: 'I agree' },
  'signing.decision.mit_anmerkung': {
    de: 'Ich bin einverstanden und möchte etwas dazu sagen',
    en: 'I agree and want to say something about it',
  },
  'signing.decision.nicht_einverstanden': { de: 'Ich bin nicht einverstanden', en: 'I do not agree' },
  'signing.decision.bedenkzeit': { de: 'Ich möchte noch nachdenken', en: 'I want to think about it' },
  'signing.said.einverstanden': { de: 'einverstanden', en: 'agrees' },
  'signing.said.mit_anmerkung': { de: 'einverstanden, mit Anmerkung', en: 'agrees, with a remark' },
  'signing.said.nicht_einverstanden': { de: 'nicht einverstanden', en: 'does not agree' },
  'signing.said.bedenkzeit': { de: 'möchte noch nachdenken', en: 'wants to think about it' },
  'signing.said.bedenkzeit_until': {
    de: 'möchte noch nachdenken, bis {date}',
    en: 'wants to think about it, until {date}',
  },
  'signing.said.open': { de: 'noch offen', en: 'still open' },
  'signing.not_agreeing': {
    de: {
      du: 'Du musst nicht unterschreiben. Wir schreiben auf, dass du nicht einverstanden bist. Wenn du willst, auch warum.',
      sie: 'Sie müssen nicht unterschreiben. Wir schreiben auf, dass Sie nicht einverstanden sind. Wenn Sie möchten, auch warum.',
      neutral: 'Niemand muss unterschreiben. Dass jemand nicht einverstanden ist, wird aufgeschrieben.',
    },
    en: 'You do not have to sign. We write down that you do not agree, and why, if you want.',
  },
  'signing.remark_label': {
    de: { du: 'Das sagst du dazu', sie: 'Das sagen Sie dazu', neutral: 'Dazu gesagt' },
    en: 'What you say about it',
  },
  'signing.reason_label': {
    de: {
      du: 'Warum nicht? Nur wenn du willst',
      sie: 'Warum nicht? Nur wenn Sie möchten',
      neutral: 'Warum nicht? Freiwillig',
    },
    en: 'Why not? Only if you want',
  },
  'signing.remark_left': {
    de: '{count, plural, =0 {Mehr passt nicht hinein.} one {Noch ein Zeichen passt hinein.} other {Noch # Zeichen passen hinein.}}',
    en: '{count, plural, =0 {No more fits in.} one {One more character fits in.} other {# more characters fit in.}}',
  },
  'signing.think_label': { de: 'Bis wann?', en: 'Until when?' },
  'signing.think_hint': {
    de: {
      du: 'Du kannst dich auch früher entscheiden.',
      sie: 'Sie können sich auch früher entscheiden.',
      neutral: 'Auch früher ist möglich.',
    },
    en: 'You can also decide earlier.',
  },
  'signing.exact_title': { de: 'So schreiben wir es auf', en: 'This is how we write it down' },
  'signing.exact_text': { de: '{name}: {said}', en: '{name}: {said}' },
  'signing.exact_quote': { de: '„{remark}“', en: '“{remark}”' },
  'signing.name_label': {
    de: {
      du: 'Zum Bestätigen deinen Namen tippen',
      sie: 'Zum Bestätigen Ihren Namen tippen',
      neutral: 'Zum Bestätigen den Namen tippen',
    },
    en: 'Type your name to confirm',
  },
  'signing.name_hint': { de: 'Zum Beispiel: {name}', en: 'For example: {name}' },
  'signing.rather_no_typing': { de: 'Lieber ohne Tippen:', en: 'Rather without typing:' },
  'signing.only_confirm': { de: 'nur bestätigen', en: 'just confirm' },
  'signing.rather_typing': { de: 'Lieber anders:', en: 'Rather another way:' },
  'signing.type_name': { de: 'Namen tippen', en: 'type the name' },
  'signing.submit': { de: 'Abgeben', en: 'Hand in' },
  'signing.hold': { de: 'Zum Abgeben gedrückt halten', en: 'Hold to hand in' },
  'signing.hold_hint': {
    de: 'Zwei Sekunden gedrückt halten oder zweimal drücken.',
    en: 'Hold for two seconds or press twice.',
  },
  'signing.holding': { de: 'Noch etwas halten …', en: 'Hold a little longer …' },
  'signing.press_again': { de: 'Zum Abgeben noch einmal drücken', en: 'Press once more to hand in' },
  'signing.sending': { de: 'Wird abgegeben …', en: 'Handing in …' },
  'signing.missing_decision': {
    de: 'Bitte zuerst eine der vier Antworten wählen.',
    en: 'Please choose one of the four answers first.',
  },
  'signing.missing_remark': {
    de: {
      du: 'Was möchtest du dazu sagen? Schreib es in das Feld.',
      sie: 'Was möchten Sie dazu sagen? Bitte in das Feld schreiben.',
      neutral: 'Bitte in das Feld schreiben, was dazu gesagt werden soll.',
    },
    en: 'What do you want to say about it? Write it into the field.',
  },
  'signing.missing_date': {
    de: 'Bitte einen Tag ab morgen wählen.',
    en: 'Please choose a day from tomorrow on.',
  },
  'signing.missing_name': { de: 'Bitte hier den Namen tippen.', en: 'Please type the name here.' },
  'signing.old_answer': {
    de: {
      du: 'Das ist eine neue Vorlesefassung. Wenn du davor schon etwas gesagt hast, galt das für die Fassung davor.',
      sie: 'Das ist eine neue Vorlesefassung. Wenn Sie davor schon etwas gesagt haben, galt das für die Fassung davor.',
      neutral: 'Das ist eine neue Vorlesefassung. Frühere Antworten galten für die Fassung davor.',
    },
    en: 'This is a new reading version. If you said something before, that was about the version before.',
  },

  // After handing in.
  'signing.thanks': {
    de: {
      du: 'Danke. Deine Antwort ist abgegeben.',
      sie: 'Danke. Ihre Antwort ist abgegeben.',
      neutral: 'Danke. Die Antwort ist abgegeben.',
    },
    en: 'Thank you. Your answer is handed in.',
  },
  'signing.your_answer': {
    de: { du: 'Deine Antwort', sie: 'Ihre Antwort', neutral: 'Eigene Antwort' },
    en: 'Your answer',
  },
  'signing.stands_with_plan': { de: 'Das steht jetzt beim Plan', en: 'This now stands with the plan' },
  'signing.change_answer': { de: 'Anders überlegt', en: 'Change my answer' },
  'signing.change_note': {
    de: 'Die neue Antwort kommt mit Datum dazu. Die erste bleibt stehen.',
    en: 'The new answer is added with its date. The first one stays.',
  },
  'signing.keep_answer': { de: 'Bei der Antwort bleiben', en: 'Keep my answer' },
  'signing.change_over': {
    de: {
      du: 'Die Zeit zum Ändern ist vorbei. {name} hilft dir weiter.',
      sie: 'Die Zeit zum Ändern ist vorbei. {name} hilft Ihnen weiter.',
      neutral: 'Die Zeit zum Ändern ist vorbei.',
    },
    en: 'The time for changes is over. {name} can help you.',
  },

  // The facilitator's side.
  'signing.round_title': { de: 'Wer sich entschieden hat', en: 'Who has decided' },
  'signing.round_count': {
    de: '{decided} von {expected} haben sich entschieden.',
    en: '{decided} of {expected} have decided.',
  },
  'signing.round_open': { de: 'Noch offen', en: 'Still open' },
  'signing.round_decided': { de: 'Entschieden', en: 'Decided' },
  'signing.own_decision': { de: 'Selbst entscheiden', en: 'Make my own decision' },
  'signing.own_change': { de: 'Eigene Antwort ansehen', en: 'See my own answer' },
  'signing.back_to_round': { de: 'Zurück zur Übersicht', en: 'Back to the overview' },
  'signing.seal': { de: 'Abschließen', en: 'Close the record' },
  'signing.seal_title': { de: 'Protokoll abschließen?', en: 'Close the record?' },
  'signing.seal_text': {
    de: 'Die Fassung {version} mit dem Code {code} bleibt danach, wie sie ist.',
    en: 'Version {version} with the code {code} stays as it is afterwards.',
  },
  'signing.seal_open': {
    de: '{count, plural, =0 {Alle haben sich entschieden.} one {Noch nicht entschieden hat sich {names}.} other {Noch nicht entschieden haben sich {names}.}}',
    en: '{count, plural, =0 {Everybody has decided.} one {{names} has not decided yet.} other {{names} have not decided yet.}}',
  },
  'signing.seal_open_later': {
    de: 'Das geht auch danach noch, über den persönlichen Link.',
    en: 'That is still possible afterwards, by the personal link.',
  },
  'signing.seal_against': {
    de: 'Nicht einverstanden: {names}. Das steht so beim Plan.',
    en: 'Does not agree: {names}. That stands with the plan.',
  },
  'signing.seal_not_yet': { de: 'Noch nicht', en: 'Not yet' },
  'signing.reopen': { de: 'Wieder öffnen', en: 'Open again' },
  'signing.reopen_title': { de: 'Plan wieder öffnen?', en: 'Open the plan again?' },
  'signing.reopen_text': {
    de: 'Dann kann wieder geschrieben werden. Danach gibt es eine neue Vorlesefassung, und alle entscheiden noch einmal.',
    en: 'Then people can write again. After that there is a new reading version, and everybody decides once more.',
  },
  'signing.reopen_kept': {
    de: 'Die Antworten bis jetzt bleiben bei der Fassung {version}.',
    en: 'The answers so far stay with version {version}.',
  },
  'signing.reopen_not': { de: 'So lassen', en: 'Leave it' },

  // Sealed.
  'signing.done_title': {
    de: {
      du: 'Fertig. Hier ist dein Exemplar.',
      sie: 'Fertig. Hier ist Ihr Exemplar.',
      neutral: 'Danke an alle.',
    },
    en: {
      du: 'All done. Here is your copy.',
      sie: 'All done. Here is your copy.',
      neutral: 'Thank you all.',
    },
  },
  'signing.done_text': {
    de: {
      du: 'Wenn du es dir anders überlegst, melde dich bis {date}.',
      sie: 'Wenn Sie es sich anders überlegen, melden Sie sich bis {date}.',
      neutral: 'Bis {date} kann jede Antwort noch geändert werden.',
    },
    en: 'If you change your mind, tell us by {date}.',
  },
  'signing.done_undecided': {
    de: {
      du: 'Das Gespräch ist abgeschlossen. Du kannst dich trotzdem noch entscheiden.',
      sie: 'Das Gespräch ist abgeschlossen. Sie können sich trotzdem noch entscheiden.',
      neutral: 'Das Gespräch ist abgeschlossen. Eine Entscheidung ist trotzdem noch möglich.',
    },
    en: 'The meeting is closed. You can still decide.',
  },
  'signing.decide_later': { de: 'Zu den Unterlagen', en: 'To the documents' },
  'signing.documents': { de: 'Zum Mitnehmen', en: 'To take home' },
  'signing.document_pdf': { de: 'Protokoll als PDF', en: 'Record as PDF' },
  'signing.document_json': { de: 'Daten als JSON', en: 'Data as JSON' },
  'signing.document_making': { de: 'Wird erstellt …', en: 'Being made …' },
  'signing.document_done': { de: 'Die Datei ist da.', en: 'The file is there.' },
  'signing.answers': { de: 'Wer was dazu gesagt hat', en: 'Who said what' },
  'signing.answer_at': { de: 'am {date}', en: 'on {date}' },
  'signing.answer_later': { de: 'nachgetragen am {date}', en: 'added on {date}' },
  'signing.method.name_getippt': { de: 'Name getippt', en: 'name typed' },
  'signing.method.bestaetigt': { de: 'bestätigt', en: 'confirmed' },
  'signing.no_answers': { de: 'Noch niemand hat sich entschieden.', en: 'Nobody has decided yet.' },

  // The next meeting.
  'signing.next_title': { de: 'Nächstes Gespräch anlegen', en: 'Make the next meeting' },
  'signing.next_text': {
    de: 'Es beginnt mit dieser Fassung: mit ihren Zielen, Schritten und Stärken.',
    en: 'It starts from this version: with its goals, steps and strengths.',
  },
  'signing.next_type': { de: 'Art des Gesprächs', en: 'Kind of meeting' },
  'signing.next_date': { de: 'Tag', en: 'Day' },
  'signing.next_start': { de: 'Beginn', en: 'Start' },
  'signing.next_end': { de: 'Ende', en: 'End' },
  'signing.next_place': { de: 'Ort', en: 'Place' },
  'signing.next_make': { de: 'Anlegen', en: 'Make it' },
  'signing.next_making': { de: 'Wird angelegt …', en: 'Being made …' },
  'signing.next_end_early': {
    de: 'Das Ende liegt vor dem Beginn.',
    en: 'The end is before the start.',
  },
  'signing.next_missing': { de: 'Das fehlt noch.', en: 'This is still missing.' },
  'signing.next_done': { de: 'Das nächste Gespräch ist angelegt.', en: 'The next meeting has been made.' },
  'signing.next_go': { de: 'Zum neuen Tisch', en: 'To the new table' },

  // Two versions side by side.
  'signing.compare': { de: 'Mit der letzten Fassung vergleichen', en: 'Compare with the last version' },
  'signing.compare_back': { de: 'Zurück zum Protokoll', en: 'Back to the record' },
  'signing.compare_loading': { de: 'Die letzte Fassung wird geholt …', en: 'Fetching the last version …' },
  'signing.compare_title': {
    de: 'Was hat sich seit dem {date} geändert?',
    en: 'What has changed since {date}?',
  },
  'signing.compare_table': { de: 'Ziele damals und heute', en: 'Goals then and now' },
  'signing.compare_fate': { de: 'Was daraus wurde', en: 'What became of it' },
  'signing.compare_filter': { de: 'Was gezeigt wird', en: 'What is shown' },
  'signing.compare_all': { de: 'Alles', en: 'Everything' },
  'signing.compare_changed': { de: 'Nur Geändertes', en: 'Only changes' },
  'signing.compare_for': { de: 'Für {name_declined}', en: 'For {name}' },
  'signing.compare_nothing': { de: 'Hier hat sich nichts geändert.', en: 'Nothing has changed here.' },
  'signing.compare_unsealed': { de: 'noch nicht abgeschlossen', en: 'not closed yet' },
  'signing.compare_not_before': { de: 'stand noch nicht im Plan', en: 'was not in the plan yet' },
  'signing.compare_not_now': { de: 'steht nicht mehr im Plan', en: 'is no longer in the plan' },
  'signing.compare_became': { de: 'Was daraus wurde: {text}', en: 'What became of it: {text}' },
  'signing.compare_why': { de: 'Warum: {text}', en: 'Why: {text}' },
  'signing.compare_removed': { de: 'entfallen:', en: 'removed:' },
  'signing.compare_added': { de: 'neu:', en: 'new:' },
  'signing.fate.erreicht': { de: 'Erreicht', en: 'Achieved' },
  'signing.fate.erledigt': { de: 'Erledigt', en: 'Done' },
  'signing.fate.geaendert': { de: 'Geändert', en: 'Changed' },
  'signing.fate.laeuft_weiter': { de: 'Läuft weiter', en: 'Goes on' },
  'signing.fate.neu': { de: 'Neu', en: 'New' },
  'signing.fate.beendet': { de: 'Beendet', en: 'Ended' },
  'signing.change.wortlaut': { de: 'Wortlaut', en: 'wording' },
  'signing.change.ebene': { de: 'Ebene', en: 'level' },
  'signing.change.ort': { de: 'Platz im Plan', en: 'place in the plan' },
  'signing.change.wer': { de: 'wer', en: 'who' },
  'signing.change.termin': { de: 'Termin', en: 'date' },
  'signing.change.zielwert': { de: 'Zielwert', en: 'target' },
});
