import { catalogue } from '../messages.ts';

/** The table itself: views, steps, the round, who waits, settings. */
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
