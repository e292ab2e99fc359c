import { catalogue } from '../messages.ts';

export const tableMessages = catalogue({
  // Header and views.
  'table.meeting': { de: '{number}. Gespräch, {type}', en: 'meeting {number}, {type}' },
  'table.type.aufstellung': { de: 'Aufstellung', en: 'first plan' },
  'table.type.fortschreibung': { de: 'Fortschreibung', en: 'review' },
  'table.type.zwischengespraech': { de: 'Zwischengespräch', en: 'interim meeting' },
  'table.type.clearing_auftrag': { de: 'Auftragsklärung', en: 'clearing, start' },
  'table.type.clearing_abschluss': { de: 'Abschluss des Clearings', en: 'clearing, end' },
  'table.type.abschluss': { de: 'Abschluss', en: 'closing' },
  'table.type.krise': { de: 'Krisengespräch', en: 'crisis meeting' },
  'table.views': { de: 'Ansicht', en: 'View' },
  'table.mode.list': { de: 'Liste', en: 'List' },
  'table.mode.both': { de: 'Beides', en: 'Both' },
  'table.mode.board': { de: 'Tafel', en: 'Board' },
  'table.mode.protocol': { de: 'Protokoll', en: 'Protocol' },
  'table.undo': { de: 'Eigene Änderung zurücknehmen', en: 'Take back your own change' },
  'table.redo': { de: 'Wiederherstellen', en: 'Redo' },
  'table.more': { de: 'Mehr', en: 'More' },
  'table.paper': { de: 'Papier', en: 'Paper' },
  'table.list': { de: 'Liste', en: 'List' },
  'table.list.goals': { de: 'Ziele', en: 'Goals' },
  'table.list.resources': { de: 'Stärken', en: 'Strengths' },
  'table.list.review': { de: 'Rückblick', en: 'Review' },
  'table.resource_count': {
    de: '{count, plural, =0 {noch keine} one {eine} other {#}}',
    en: '{count, plural, =0 {none yet} one {one} other {#}}',
  },
  'table.choose_goal': {
    de: 'Hier steht alles zu dem Ziel, das links gewählt ist.',
    en: 'Everything about the goal chosen on the left stands here.',
  },

  // Steps.
  'table.steps': { de: 'Schritte', en: 'Steps' },
  'table.phase.vorbereitung': { de: 'Vorbereitung', en: 'Preparation' },
  'table.phase.ankommen': { de: 'Ankommen', en: 'Arriving' },
  'table.phase.anliegen': { de: 'Anliegen', en: 'Concerns' },
  'table.phase.sicht_kind': { de: '{whose} Sicht', en: '{whose} view' },
  'table.phase.rueckblick': { de: 'Rückblick', en: 'Review' },
  'table.phase.sicht_weitere': { de: 'Sichtweisen', en: 'Other views' },
  'table.phase.ressourcen': { de: 'Stärken', en: 'Strengths' },
  'table.phase.ziele': { de: 'Ziele', en: 'Goals' },
  'table.phase.vereinbarungen': { de: 'Vereinbarungen', en: 'Agreements' },
  'table.phase.abschluss': { de: 'Abschluss', en: 'Closing' },
  'table.step_done': { de: 'war schon dran', en: 'already done' },
  'table.step_of': { de: '{at} von {of}', en: '{at} of {of}' },
  'table.minutes_left': { de: 'noch {minutes} Min', en: '{minutes} min left' },
  'table.time_up': { de: 'Zeit ist um', en: 'time is up' },
  'table.extend': { de: 'Fünf Minuten länger', en: 'Five minutes longer' },
  'table.extend_short': { de: '+5 Min', en: '+5 min' },
  'table.next': { de: 'Weiter', en: 'Next' },
  'table.peek': { de: 'Nur auf diesem Bildschirm: {phase}.', en: 'Only on this screen: {phase}.' },
  'table.peek_back': { de: 'Zurück zu {phase}', en: 'Back to {phase}' },

  // Questions of the steps, for who leads.
  'table.questions': { de: 'Fragen für diesen Schritt', en: 'Questions for this step' },
  'table.question.vorbereitung': {
    de: 'Wer soll dabei sein? Was soll heute vorkommen?',
    en: 'Who should be there? What should come up today?',
  },
  'table.question.ankommen': {
    de: 'Wer ist da? Wer schreibt? Wer sieht was? Was ist erlaubt?',
    en: 'Who is here? Who writes? Who sees what? What is allowed?',
  },
  'table.question.anliegen': {
    de: 'Was soll heute auf jeden Fall vorkommen? Was nicht?',
    en: 'What must come up today? What must not?',
  },
  'table.question.sicht_kind': {
    de: 'Was ist dir wichtig? Was läuft gut? Was soll anders werden?',
    en: 'What matters to you? What goes well? What should be different?',
  },
  'table.question.rueckblick': {
    de: 'Was hat geklappt? Was hat geholfen? Was kam dazwischen?',
    en: 'What worked? What helped? What got in the way?',
  },
  'table.question.sicht_weitere': {
    de: 'Was sehen Sie anders? Worüber sind sich alle einig?',
    en: 'What do you see differently? What does everybody agree on?',
  },
  'table.question.ressourcen': {
    de: 'Wer und was trägt? Wer noch? Was ist noch frei?',
    en: 'Who and what carries? Who else? What is still free?',
  },
  'table.question.ziele': {
    de: 'Was wäre ein Punkt mehr? Woran merken wir es? Wer hilft dabei?',
    en: 'What would be one point more? How do we notice? Who helps?',
  },
  'table.question.vereinbarungen': {
    de: 'Welche Hilfe, wie viel, wie lange? Wer sagt wem Bescheid?',
    en: 'Which help, how much, how long? Who tells whom?',
  },
  'table.question.abschluss': {
    de: 'Haben wir etwas vergessen? Wie war es für alle?',
    en: 'Did we forget anything? How was it for everybody?',
  },

  // The round.
  'table.round': { de: 'Runde', en: 'Round' },
  'table.round_count': {
    de: '{here} am Tisch{remote, plural, =0 {} other {, # von fern}}',
    en: '{here} at the table{remote, plural, =0 {} other {, # remote}}',
  },
  'table.round_fold': { de: 'Runde einklappen', en: 'Fold the round' },
  'table.round_open': { de: 'Runde zeigen', en: 'Show the round' },
  'table.is_turn': { de: 'ist dran', en: 'has the floor' },
  'table.is_here': { de: 'ist da', en: 'is here' },
  'table.remote': { de: 'von fern', en: 'remote' },
  'table.not_here': { de: 'noch nicht da', en: 'not here yet' },
  'table.leads': { de: 'leitet', en: 'leads' },
  'table.leads_you': {
    de: { du: 'leitet, das bist du', sie: 'leitet, das sind Sie', neutral: 'leitet' },
    en: 'leads, that is you',
  },
  'table.is_you': { de: { du: 'das bist du', sie: 'das sind Sie', neutral: 'hier' }, en: 'that is you' },
  'table.you': { de: { du: 'du', sie: 'Sie', neutral: 'hier' }, en: 'you' },
  'table.you_with': { de: { du: 'dir', sie: 'Ihnen', neutral: 'hier' }, en: 'you' },
  'table.writes': { de: 'schreibt', en: 'is writing' },
  'table.writes_in': { de: 'schreibt: {place}', en: 'is writing: {place}' },
  'table.turn': { de: 'Wer ist dran?', en: 'Who has the floor?' },
  'table.turn_nobody': { de: 'alle', en: 'everybody' },
  'table.turn_give': { de: '{name} ist dran', en: 'Give {name} the floor' },
  'table.turn_end': { de: '{name} ist nicht mehr dran', en: '{name} no longer has the floor' },
  'table.your_turn': {
    de: {
      du: 'Du bist dran. Nimm dir Zeit.',
      sie: 'Sie sind dran. Nehmen Sie sich Zeit.',
      neutral: 'Hier geht es weiter. Es ist Zeit genug.',
    },
    en: 'It is your turn. Take your time.',
  },
  'table.leading': { de: 'Leitung', en: 'Leading' },

  // Who waits outside.
  'table.waiting': { de: 'Wartet', en: 'Waiting' },
  'table.screen': { de: 'Ein Bildschirm', en: 'A screen' },
  'table.waits': {
    de: '{name} wartet {minutes, plural, =0 {seit eben} one {seit einer Minute} other {seit # Minuten}}',
    en: '{name} {minutes, plural, =0 {has just arrived} one {has been waiting for a minute} other {has been waiting for # minutes}}',
  },
  'table.waits_since': {
    de: 'wartet seit {minutes, plural, =0 {eben} one {einer Minute} other {# Minuten}}',
    en: '{minutes, plural, =0 {has just arrived} one {waiting for a minute} other {waiting for # minutes}}',
  },
  'table.waits_link': { de: 'kommt über den persönlichen Link', en: 'comes by the personal link' },
  'table.waits_second': {
    de: 'ist schon mit einem anderen Gerät dabei; das hier ist ein zweites',
    en: 'is already here with another device; this is a second one',
  },
  'table.waits_screen': {
    de: 'zeigt den Plan im Raum und schreibt nicht',
    en: 'shows the plan in the room and does not write',
  },
  'table.waits_other': { de: 'Ist jemand anderes', en: 'Is somebody else' },
  'table.waits_not_ours': { de: 'Ist nicht unserer', en: 'Is not ours' },
  'table.waits_later': { de: 'Noch warten', en: 'Wait a little' },
  'table.admit': { de: 'Hereinlassen', en: 'Let in' },
  'table.waiting_later': {
    de: '{count, plural, one {{names} wartet noch.} other {{names} warten noch.}}',
    en: '{count, plural, one {{names} is still waiting.} other {{names} are still waiting.}}',
  },
  'table.waiting_show': { de: 'Wieder zeigen', en: 'Show again' },
  'table.not_me': {
    de: 'Den Link von {name_declined} hat jemand anderes geöffnet und „Nein“ gesagt. Vielleicht braucht {name} einen neuen.',
    en: 'Somebody else opened the link of {name} and said “No”. Perhaps {name} needs a new one.',
  },
  'table.not_me_screen': {
    de: 'Den Link für den großen Bildschirm hat jemand anderes geöffnet und „Nein“ gesagt.',
    en: 'Somebody else opened the link of the big screen and said “No”.',
  },
  'table.not_me_seen': { de: 'Gesehen', en: 'Seen' },

  // Arriving.
  'table.welcome': {
    de: 'Herzlich willkommen. Heute planen wir zusammen.',
    en: 'Welcome. Today we plan together.',
  },
  'table.rule_words': { de: 'Alle kommen zu Wort.', en: 'Everybody has their say.' },
  'table.rule_ask': { de: 'Nachfragen ist gut.', en: 'Asking is good.' },
  'table.rule_pause': { de: 'Pause geht immer.', en: 'A break is always possible.' },
  'table.screens': {
    de: '{count, plural, =0 {Kein großer Bildschirm ist verbunden.} one {Der große Bildschirm ist verbunden.} other {# große Bildschirme sind verbunden.}}',
    en: '{count, plural, =0 {No big screen is connected.} one {The big screen is connected.} other {# big screens are connected.}}',
  },

  // Running texts.
  'table.section.anlass': { de: 'Was heute vorkommen soll', en: 'What should come up today' },
  'table.section.sicht_kind': { de: '{whose} Sicht', en: '{whose} view' },
  'table.section.sicht_eltern': { de: 'Sicht der Eltern', en: 'View of the parents' },
  'table.section.sicht_weitere': { de: 'Sicht der anderen', en: 'View of the others' },
  'table.section.geschwister': { de: 'Geschwister', en: 'Brothers and sisters' },
  'table.section.bedarf': { de: 'Was gebraucht wird', en: 'What is needed' },
  'table.section_hint.anlass': {
    de: 'Von jeder Person ein Punkt, der junge Mensch zuerst.',
    en: 'One point from everybody, the young person first.',
  },
  'table.section_hint.sicht_kind': {
    de: 'Erst hier, dann die anderen. In eigenen Worten.',
    en: 'Here first, then the others. In own words.',
  },
  'table.section_hint.sicht_eltern': { de: 'In eigenen Worten.', en: 'In own words.' },
  'table.section_hint.sicht_weitere': {
    de: 'Hilfe, Schule und wer sonst dabei ist.',
    en: 'The help, the school and who else is here.',
  },
  'table.section_hint.geschwister': {
    de: 'Wie geht es ihnen, was brauchen sie?',
    en: 'How are they, what do they need?',
  },
  'table.section_hint.bedarf': {
    de: 'Worin sind sich alle einig, worin nicht?',
    en: 'What does everybody agree on, what not?',
  },
  'table.section_empty': { de: 'Hier steht noch nichts.', en: 'Nothing stands here yet.' },

  // Looking back.
  'table.review.title': { de: 'Rückblick', en: 'Review' },
  'table.review.first': {
    de: 'Das ist das erste Gespräch. Beim nächsten schauen wir hier zurück.',
    en: 'This is the first meeting. At the next one we look back here.',
  },
  'table.review.count': { de: 'Ziel {at} von {of}', en: 'Goal {at} of {of}' },
  'table.review.previous': { de: 'Ziel davor', en: 'Goal before' },
  'table.review.next': { de: 'Nächstes Ziel', en: 'Next goal' },
  'table.review.open': { de: 'noch nicht besprochen', en: 'not discussed yet' },
  'table.review.then': { de: 'Damals vereinbart, {number}, {day}', en: 'Agreed then, {number}, {day}' },
  'table.review.ended': {
    de: 'Dieses Ziel liegt nicht mehr auf dem Tisch. Was daraus wurde, steht hier.',
    en: 'This goal is no longer on the table. What became of it stands here.',
  },
  'table.review.scale': { de: 'Wo standen wir damals, wo jetzt?', en: 'Where were we then, where now?' },
  'table.review.number_then': { de: '{name} am {day}', en: '{name} on {day}' },
  'table.review.result': { de: 'Was ist daraus geworden?', en: 'What became of it?' },
  'table.review.text': { de: 'Was hat geklappt?', en: 'What worked?' },
  'table.review.obstacle': { de: 'Was kam dazwischen?', en: 'What got in the way?' },
  'table.review.consequence': { de: 'Wie geht es mit dem Ziel weiter?', en: 'How does the goal go on?' },
  'table.review.reason': { de: 'Warum so?', en: 'Why so?' },
  'table.review.new_wording': { de: 'Neue gemeinsame Fassung', en: 'New agreed wording' },
  'table.review.new_wording_hint': {
    de: 'Der Satz von damals bleibt im alten Protokoll stehen.',
    en: 'The sentence of then stays in the old protocol.',
  },
  'table.review.new_goal': { de: 'Neues Ziel', en: 'New goal' },
  'table.review.add_new_goal': { de: 'Neues Ziel dazulegen', en: 'Add a new goal' },
  'table.consequence.fortfuehren': { de: 'Weitermachen', en: 'Go on' },
  'table.consequence.anpassen': { de: 'Anpassen', en: 'Adjust' },
  'table.consequence.als_erhaltungsziel_fortfuehren': { de: 'Soll so bleiben', en: 'Keep it so' },
  'table.consequence.abschliessen': { de: 'Abschließen', en: 'Close' },
  'table.consequence.ersetzen': { de: 'Durch ein neues Ziel ersetzen', en: 'Replace by a new goal' },
  'table.consequence.ruhen_lassen': { de: 'Ruhen lassen', en: 'Let it rest' },

  // Agreements.
  'table.arrangements': { de: 'Was vereinbart ist', en: 'What is agreed' },
  'table.service': { de: 'Die Hilfe', en: 'The help' },
  'table.service_none': { de: 'Noch keine Hilfe eingetragen.', en: 'No help entered yet.' },
  'table.service_add': { de: 'Hilfe eintragen', en: 'Enter a help' },
  'table.service_add_more': { de: 'Weitere Hilfe eintragen', en: 'Enter another help' },
  'table.service_form': { de: 'Form der Hilfe', en: 'Form of help' },
  'table.service_worker': { de: 'Wer kommt?', en: 'Who comes?' },
  'table.service_start': { de: 'Ab', en: 'From' },
  'table.service_end': { de: 'Bis', en: 'Until' },
  'table.service_hours_week': { de: 'Stunden in der Woche', en: 'Hours a week' },
  'table.service_hours_total': { de: 'Stunden insgesamt', en: 'Hours in total' },
  'table.service_text.legalBasis': { de: 'Rechtsgrundlage', en: 'Legal basis' },
  'table.service_text.provider': { de: 'Träger', en: 'Provider' },
  'table.service_text.setting': { de: 'Wo und wie?', en: 'Where and how?' },
  'table.service_text.wishAndChoice': { de: 'Wunsch und Wahl', en: 'Wish and choice' },
  'table.service_text.reasonSuitable': { de: 'Warum passt diese Hilfe?', en: 'Why does this help fit?' },
  'table.agreements': { de: 'Absprachen', en: 'Agreements' },
  'table.agreement': { de: 'Absprache {number}', en: 'Agreement {number}' },
  'table.agreement_add': { de: 'Neue Absprache', en: 'New agreement' },
  'table.agreement_remove': { de: 'Absprache {number} vom Tisch nehmen', en: 'Take agreement {number} away' },
  'table.advice': { de: 'Was die Familie weiß', en: 'What the family knows' },
  'table.advice.consequencesExplained': {
    de: 'Was die Hilfe bedeutet und welche Folgen sie hat, ist erklärt.',
    en: 'What the help means and what follows from it is explained.',
  },
  'table.advice.choiceRightExplained': {
    de: 'Die Familie weiß, dass sie wünschen und wählen darf.',
    en: 'The family knows that it may wish and choose.',
  },
  'table.advice.ombudsOfficeNamed': {
    de: 'Die Ombudsstelle ist genannt.',
    en: 'The ombuds office is named.',
  },
  'table.advice.complaintRouteNamed': {
    de: 'Der Weg für eine Beschwerde ist genannt.',
    en: 'The way to complain is named.',
  },
  'table.next_review': { de: 'Das nächste Gespräch', en: 'The next meeting' },
  'table.next_review_day': { de: 'Wann schauen wir wieder?', en: 'When do we look again?' },
  'table.next_review_occasions': {
    de: 'Was wäre ein Grund, früher zu reden?',
    en: 'What would be a reason to talk earlier?',
  },

  // Before reading together.
  'table.closing.title': { de: 'Vor dem Vorlesen', en: 'Before reading aloud' },
  'table.closing.complete': { de: 'Alles beisammen.', en: 'Everything is there.' },
  'table.closing.lead': {
    de: 'Das ist noch offen. Es darf offen bleiben.',
    en: 'This is still open. It may stay open.',
  },
  'table.closing.go': { de: 'Hingehen', en: 'Go there' },
  'table.closing.no_goals': { de: 'Es gibt noch kein Ziel.', en: 'There is no goal yet.' },
  'table.closing.child_view': {
    de: 'Die Sicht des jungen Menschen fehlt noch.',
    en: 'The view of the young person is missing.',
  },
  'table.closing.next_review': {
    de: 'Das nächste Gespräch hat noch keinen Tag.',
    en: 'The next meeting has no day yet.',
  },
  'table.closing.service': { de: 'Noch keine Hilfe eingetragen.', en: 'No help entered yet.' },
  'table.closing.advice': {
    de: '{count, plural, one {Ein Punkt, den die Familie wissen soll, ist noch offen.} other {# Punkte, die die Familie wissen soll, sind noch offen.}}',
    en: '{count, plural, one {One point the family should know is still open.} other {# points the family should know are still open.}}',
  },
  'table.closing.missing.sentence': { de: 'Satz fehlt', en: 'no sentence' },
  'table.closing.missing.who': { de: 'Wer?', en: 'Who?' },
  'table.closing.missing.until': { de: 'Bis wann?', en: 'By when?' },
  'table.closing.missing.notice': { de: 'Woran merken wir es?', en: 'How do we notice?' },
  'table.closing.missing.steps': { de: 'noch kein Schritt', en: 'no step yet' },
  'table.closing.missing.result': { de: 'Was ist daraus geworden?', en: 'What became of it?' },
  'table.closing.missing.consequence': { de: 'Wie geht es weiter?', en: 'How does it go on?' },
  'table.closing.freeze': { de: 'Gemeinsam vorlesen', en: 'Read aloud together' },
  'table.closing.freeze_hint': {
    de: 'Der Plan wird dafür festgehalten. Zum Ändern lässt er sich wieder öffnen.',
    en: 'The plan is held still for it. It can be opened again to change it.',
  },
  'table.closing.wait': {
    de: 'Gleich lesen wir zusammen, was vereinbart ist.',
    en: 'In a moment we read together what is agreed.',
  },

  // The phone.
  'table.parts': { de: 'Teile', en: 'Parts' },
  'table.tab.now': { de: 'Jetzt', en: 'Now' },
  'table.tab.goals': { de: 'Ziele', en: 'Goals' },
  'table.tab.strengths': { de: 'Stärken', en: 'Strengths' },
  'table.tab.me': { de: 'Ich', en: 'Me' },
  'table.tab.protocol': { de: 'Protokoll', en: 'Protocol' },
  'table.now.asks': { de: '{name} fragt', en: '{name} asks' },
  'table.now.listen': {
    de: {
      du: 'Gerade hören wir zu. Du musst nichts tun.',
      sie: 'Gerade hören wir zu. Sie müssen nichts tun.',
      neutral: 'Gerade hören wir zu. Hier ist nichts zu tun.',
    },
    en: 'We are listening. You do not have to do anything.',
  },
  'table.now.agreed': { de: 'Das vereinbaren wir', en: 'What we agree on' },
  'table.now.your_words': {
    de: { du: 'Das hast du gesagt', sie: 'Das haben Sie gesagt', neutral: 'Schon gesagt' },
    en: 'What you said',
  },
  'table.now.your_steps': {
    de: { du: 'Deine Schritte', sie: 'Ihre Schritte', neutral: 'Eigene Schritte' },
    en: 'Your steps',
  },
  'table.now.closing_read': {
    de: '{name} liest den Plan vor. Nachfragen ist gut.',
    en: '{name} reads the plan aloud. Asking is good.',
  },
  'table.now.closing_decide': {
    de: {
      du: 'Danach sagst du hier, ob das für dich so passt.',
      sie: 'Danach sagen Sie hier, ob das für Sie so passt.',
      neutral: 'Danach sagen alle auf dem eigenen Gerät, ob es so passt.',
    },
    en: 'Then you say here whether that is right for you.',
  },
  'table.now.closing_say': {
    de: {
      du: 'Wenn du etwas anders siehst, schreibst du es dazu. Es bleibt stehen.',
      sie: 'Wenn Sie etwas anders sehen, schreiben Sie es dazu. Es bleibt stehen.',
      neutral: 'Wer etwas anders sieht, schreibt es dazu. Es bleibt stehen.',
    },
    en: 'If you see something differently, you add it. It stays.',
  },
  'table.now.closing': {
    de: 'Gleich lesen wir zusammen, was vereinbart ist.',
    en: 'In a moment we read together what is agreed.',
  },
  'table.now.child': {
    de: { du: 'Was ist dir wichtig?', sie: 'Was ist Ihnen wichtig?', neutral: 'Was ist wichtig?' },
    en: 'What matters to you?',
  },
  'table.now.child_speaks': { de: '{name} spricht zuerst.', en: '{name} speaks first.' },
  'table.now.concern': {
    de: {
      du: 'Was soll heute auf jeden Fall vorkommen?',
      sie: 'Was soll heute auf jeden Fall vorkommen?',
      neutral: 'Was soll heute auf jeden Fall vorkommen?',
    },
    en: 'What must come up today?',
  },
  'table.now.view': {
    de: { du: 'Wie siehst du es?', sie: 'Wie sehen Sie es?', neutral: 'Wie sieht es von hier aus?' },
    en: 'How do you see it?',
  },
  'table.now.write_here': {
    de: {
      du: 'Schreib es so, wie du es sagen würdest.',
      sie: 'Schreiben Sie es so, wie Sie es sagen würden.',
      neutral: 'So, wie man es sagen würde.',
    },
    en: 'Write it the way you would say it.',
  },
  'table.now.all_see': {
    de: {
      du: 'Alle am Tisch sehen, was du schreibst.',
      sie: 'Alle am Tisch sehen, was Sie schreiben.',
      neutral: 'Alle am Tisch sehen es.',
    },
    en: 'Everybody at the table sees what you write.',
  },
  'table.now.strengths': {
    de: {
      du: 'Wer oder was hilft dir?',
      sie: 'Wer oder was hilft?',
      neutral: 'Wer oder was hilft?',
    },
    en: 'Who or what helps you?',
  },
  'table.now.your_strengths': {
    de: { du: 'Das gehört zu dir', sie: 'Das gehört zu Ihnen', neutral: 'Das gehört dazu' },
    en: 'This belongs to you',
  },
  'table.now.scale': {
    de: {
      du: 'Wo stehst du gerade bei diesem Ziel?',
      sie: 'Wo sehen Sie das gerade?',
      neutral: 'Wo stehen wir gerade?',
    },
    en: 'Where are you right now with this goal?',
  },
  'table.now.scale_0': { de: 'gar nicht', en: 'not at all' },
  'table.now.scale_10': { de: 'geschafft', en: 'done' },
  'table.now.number_then': {
    de: { du: 'deine Zahl am {day}', sie: 'Ihre Zahl am {day}', neutral: 'Zahl am {day}' },
    en: 'your number on {day}',
  },
  'table.now.number_seen': {
    de: {
      du: 'Alle am Tisch sehen deine Zahl sofort.',
      sie: 'Alle am Tisch sehen Ihre Zahl sofort.',
      neutral: 'Alle am Tisch sehen die Zahl sofort.',
    },
    en: 'Everybody at the table sees your number at once.',
  },
  'table.now.my_number': {
    de: { du: 'Deine Zahl ist {value}.', sie: 'Ihre Zahl ist {value}.', neutral: 'Die Zahl ist {value}.' },
    en: 'Your number is {value}.',
  },
  'table.now.take_back': { de: 'Zurücknehmen', en: 'Take back' },
  'table.now.other_goals': { de: 'Andere Ziele', en: 'Other goals' },
  'table.now.goal_before': { de: 'Ziel davor', en: 'Goal before' },
  'table.now.goal_after': { de: 'Nächstes Ziel', en: 'Next goal' },
  'table.goals_shown': { de: 'Welche Ziele?', en: 'Which goals?' },
  'table.goals_all': { de: 'Alle', en: 'All' },
  'table.goals_mine': { de: 'Meine Schritte', en: 'My steps' },
  'table.no_steps': {
    de: {
      du: 'Für dich steht noch kein Schritt da.',
      sie: 'Für Sie steht noch kein Schritt da.',
      neutral: 'Hier steht noch kein Schritt.',
    },
    en: 'There is no step for you yet.',
  },
  'table.open_goal': { de: '{goal} öffnen', en: 'Open {goal}' },
  'table.also_here': { de: 'Auch da', en: 'Also here' },

  // Settings and leaving.
  'table.settings': { de: 'Einstellungen', en: 'Settings' },
  'table.address.du': { de: 'du', en: 'du' },
  'table.address.sie': { de: 'Sie', en: 'Sie' },
  'table.address.neutral': { de: 'ohne Anrede', en: 'neutral' },
  'table.colours': { de: 'Farben', en: 'Colours' },
  'table.theme.system': { de: 'wie Gerät', en: 'device' },
  'table.theme.light': { de: 'hell', en: 'light' },
  'table.theme.dark': { de: 'dunkel', en: 'dark' },
  'table.theme.contrast': { de: 'Kontrast', en: 'contrast' },
  'table.leave': { de: 'Den Tisch verlassen', en: 'Leave the table' },
  'table.leave_title': { de: 'Den Tisch verlassen?', en: 'Leave the table?' },
  'table.leave_text': {
    de: {
      du: 'Was du geschrieben hast, bleibt. Zum Zurückkommen brauchst du deinen Link.',
      sie: 'Was Sie geschrieben haben, bleibt. Zum Zurückkommen brauchen Sie Ihren Link.',
      neutral: 'Was geschrieben ist, bleibt. Zum Zurückkommen hilft der Link.',
    },
    en: 'What you have written stays. To come back you need your link.',
  },
  'table.stay': { de: 'Bleiben', en: 'Stay' },
});
