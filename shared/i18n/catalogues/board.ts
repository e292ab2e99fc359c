import { catalogue } from '../messages.ts';

/** Texts of the board (table, phone) and of the shared screen, which is always neutral. */
export const boardMessages = catalogue({
  'board.goals_label': { de: 'Tafel: Ziele', en: 'Board: goals' },
  'board.resources_label': { de: 'Tafel: Stärken und was hilft', en: 'Board: strengths and what helps' },
  'board.loading': { de: 'Die Tafel wird geöffnet …', en: 'Opening the board …' },

  // What became of a goal, after its label.
  'board.state.angepasst': { de: 'angepasst', en: 'adjusted' },
  'board.state.bleibt': { de: 'soll so bleiben', en: 'to stay like this' },
  'board.state.weiter': { de: 'läuft weiter', en: 'goes on' },
  'board.state.abgeschlossen': { de: 'abgeschlossen', en: 'closed' },
  'board.state.ersetzt': { de: 'ersetzt', en: 'replaced' },
  'board.state.ruht': { de: 'ruht', en: 'rests' },
  'board.children': {
    de: '{count, plural, one {# Handlungsziel} other {# Handlungsziele}}',
    en: '{count, plural, one {# action goal} other {# action goals}}',
  },
  'board.steps_done': {
    de: '{count, plural, one {Ein Schritt geschafft} other {# Schritte geschafft}}',
    en: '{count, plural, one {One step done} other {# steps done}}',
  },
  'board.steps_close': { de: 'Schritte einklappen', en: 'Fold the steps' },
  'board.with': { de: '{name}, mit {others_declined}', en: '{name}, with {others}' },
  'board.until': { de: 'bis {day}', en: 'by {day}' },
  'board.empty_sentence': { de: 'Noch ohne Worte', en: 'No words yet' },
  'board.ask_help': { de: 'Was hilft noch?', en: 'What else helps?' },
  'board.empty_goals': {
    de: {
      du: 'Noch kein Ziel. Was ist dir am wichtigsten?',
      sie: 'Noch kein Ziel. Was ist Ihnen am wichtigsten?',
      neutral: 'Noch kein Ziel. Womit fangen wir an?',
    },
    en: {
      du: 'No goal yet. What matters most to you?',
      sie: 'No goal yet. What matters most to you?',
      neutral: 'No goal yet. Where do we begin?',
    },
  },
  'board.empty_resources': { de: 'Wer oder was könnte helfen?', en: 'Who or what could help?' },

  // How a resource is used, always in words.
  'board.use.helps': { de: 'hilft schon bei {numbers}', en: 'already helps with {numbers}' },
  'board.use.helps_all': { de: 'hilft schon', en: 'already helps' },
  'board.use.linked': { de: 'Kontakt steht, für {numbers}', en: 'in contact, for {numbers}' },
  'board.use.linked_all': { de: 'Kontakt steht', en: 'in contact' },
  'board.use.fits': { de: 'noch frei, passt zu {numbers}', en: 'still free, fits {numbers}' },
  'board.use.free': { de: 'noch frei', en: 'still free' },
  'board.use.strained': { de: 'geht gerade nicht', en: 'not possible at the moment' },
  'board.use.lost': { de: 'nicht mehr da', en: 'no longer there' },
  'board.domain.persoenlich': { de: 'Persönlich', en: 'Personal' },
  'board.domain.sozial': { de: 'Sozial', en: 'Social' },
  'board.domain.materiell': { de: 'Materiell', en: 'Material' },
  'board.domain.infrastrukturell': { de: 'Im Sozialraum', en: 'In the neighbourhood' },
  'board.near': {
    de: 'Je näher bei {name_declined}, desto mehr im Alltag dabei',
    en: 'The closer to {name}, the more present',
  },

  // Tool strip.
  'board.tools': { de: 'Werkzeuge der Tafel', en: 'Board tools' },
  'board.tool.select': { de: 'Auswahl', en: 'Select' },
  'board.tool.goal': { de: 'Ziel', en: 'Goal' },
  'board.tool.strength': { de: 'Stärke', en: 'Strength' },
  'board.tool.undo': { de: 'Zurück', en: 'Undo' },
  'board.tool.size': { de: 'Größe', en: 'Size' },
  'board.tool.locked': { de: 'Karten liegen fest', en: 'Cards stay put' },
  'board.tool.unlocked': { de: 'Karten sind beweglich', en: 'Cards can be moved' },
  'board.tool.all': { de: 'Alles zeigen', en: 'Show everything' },
  'board.tool.full': { de: 'In voller Größe zeigen', en: 'Show at full size' },
  'board.edit': { de: 'Satz ändern', en: 'Change the sentence' },

  // Moving without dragging.
  'board.where': { de: 'Wohin?', en: 'Where to?' },
  'board.where_top': { de: 'Als eigenes Richtungsziel', en: 'As a direction goal of its own' },
  'board.where_first': { de: 'Ganz nach oben', en: 'To the very top' },
  'board.where_under': { de: 'Zu {number} {sentence}', en: 'To {number} {sentence}' },
  'board.where_after': { de: 'Hinter {number} {sentence}', en: 'After {number} {sentence}' },
  'board.where_help': { de: 'Hilft bei {number} {sentence}', en: 'Helps with {number} {sentence}' },
  'board.where_domain': { de: 'Zu „{domain}“', en: 'To “{domain}”' },
  'board.where_close': { de: 'Abbrechen', en: 'Cancel' },
  'board.drop_help': { de: 'Hilft bei …', en: 'Helps with …' },

  // Names for screen readers.
  'board.a.goal': {
    de: '{label}, {sentence}, Ebene {level}, {position} von {size}',
    en: '{label}, {sentence}, level {level}, {position} of {size}',
  },
  'board.a.step': { de: 'Schritt {number}', en: 'Step {number}' },
  'board.a.resource': { de: '{domain}: {title}, {use}', en: '{domain}: {title}, {use}' },
  'board.a.keys': {
    de: 'Pfeiltasten: gehen. Eingabe: Satz ändern. M: verschieben. Entfernen: vom Tisch nehmen.',
    en: 'Arrow keys: walk. Enter: change the sentence. M: move. Delete: take off the table.',
  },
  'board.a.new_from': { de: 'gerade neu, {name}', en: 'just now, {name}' },

  // The shared screen.
  'board.wall.left': {
    de: '{minutes, plural, one {noch eine Minute} other {noch # Minuten}}',
    en: '{minutes, plural, one {one minute left} other {# minutes left}}',
  },
  'board.wall.over': { de: 'Zeit ist um', en: 'time is up' },
  'board.wall.turn': { de: '{name} ist dran', en: "It is {name}'s turn" },
  'board.wall.people': {
    de: '{here} am Tisch{remote, plural, =0 {} other {, # von fern}}',
    en: '{here} at the table{remote, plural, =0 {} other {, # from afar}}',
  },
  'board.wall.searching': { de: 'Verbindung wird gesucht', en: 'Looking for the connection' },
  'board.wall.leitziel': { de: 'Leitziel', en: 'Our aim' },
  'board.wall.welcome': {
    de: 'Herzlich willkommen. Heute planen wir zusammen.',
    en: 'Welcome. Today we plan together.',
  },
  'board.wall.rule_speak': { de: 'Alle kommen zu Wort.', en: 'Everybody gets to speak.' },
  'board.wall.rule_ask': { de: 'Nachfragen ist gut.', en: 'Asking is good.' },
  'board.wall.rule_break': { de: 'Pause geht immer.', en: 'A break is always fine.' },
  'board.wall.who_else': { de: 'Wer oder was könnte noch helfen?', en: 'Who or what else could help?' },
  'board.wall.more': {
    de: '{count, plural, one {und eins mehr in der Liste} other {und # mehr in der Liste}}',
    en: '{count, plural, one {and one more in the list} other {and # more in the list}}',
  },
  'board.wall.nothing_yet': {
    de: 'Noch ist nichts aufgeschrieben.',
    en: 'Nothing is written down yet.',
  },
  'board.wall.child_tells': { de: '{name} erzählt zuerst.', en: '{name} speaks first.' },
  'board.wall.all_tell': { de: 'Jetzt erzählen die anderen.', en: 'Now the others speak.' },
  'board.wall.talk_first': {
    de: 'Erst zuhören, dann aufschreiben.',
    en: 'First we listen, then we write it down.',
  },
  'board.wall.not_discussed': { de: 'noch nicht besprochen', en: 'not discussed yet' },
  'board.wall.then': { de: 'Damals, {day}', en: 'Then, {day}' },
  'board.wall.today': { de: 'Heute', en: 'Today' },
  'board.wall.new_wording': { de: 'Neue Worte', en: 'New wording' },
  'board.wall.review_question': { de: 'Was ist daraus geworden?', en: 'What became of it?' },
  'board.wall.review_of': { de: 'Ziel {position} von {size}', en: 'Goal {position} of {size}' },
  'board.wall.obstacle': { de: 'Was es schwer gemacht hat', en: 'What made it hard' },
  'board.wall.no_review': {
    de: 'Vor diesem Gespräch gab es noch keine Ziele.',
    en: 'There were no goals before this meeting.',
  },
  'board.wall.help': { de: 'Die Hilfe', en: 'The help' },
  'board.wall.provider': { de: 'mit {provider}', en: 'with {provider}' },
  'board.wall.period': { de: '{start} bis {end}', en: '{start} to {end}' },
  'board.wall.since': { de: 'ab {start}', en: 'from {start}' },
  'board.wall.hours': {
    de: '{hours, plural, one {eine Stunde} other {# Stunden}} in der Woche',
    en: '{hours, plural, one {one hour} other {# hours}} a week',
  },
  'board.wall.agreed': { de: 'Das haben wir abgemacht', en: 'What we agreed' },
  'board.wall.next': { de: 'Wir sehen uns wieder', en: 'We meet again' },
  'board.wall.reading': { de: 'Wir lesen jetzt gemeinsam.', en: 'We are reading together now.' },
  'board.wall.version': { de: 'Fassung {number}, Code {code}', en: 'Version {number}, code {code}' },
  'board.wall.page': { de: 'Seite {page} von {pages}', en: 'Page {page} of {pages}' },
  'board.wall.decided': { de: 'Entschieden: {done} von {all}', en: 'Decided: {done} of {all}' },
  'board.wall.flushing': {
    de: 'Gleich lesen wir gemeinsam. Die letzten Worte werden gesichert.',
    en: 'We will read together in a moment. The last words are being saved.',
  },
  'board.wall.thanks': { de: 'Danke an alle.', en: 'Thank you all.' },
  'board.wall.next_meeting': { de: 'Nächstes Gespräch: {day}', en: 'Next meeting: {day}' },
  'board.wall.phase.vorbereitung': { de: 'Gleich geht es los', en: 'We are about to begin' },
  'board.wall.phase.ankommen': { de: 'Ankommen', en: 'Arriving' },
  'board.wall.phase.anliegen': { de: 'Worum es heute geht', en: 'What today is about' },
  'board.wall.phase.sicht_kind': { de: 'Wie {name} es sieht', en: 'How {name} sees it' },
  'board.wall.phase.rueckblick': { de: 'Rückblick', en: 'Looking back' },
  'board.wall.phase.sicht_weitere': { de: 'Wie andere es sehen', en: 'How others see it' },
  'board.wall.phase.ressourcen': { de: 'Stärken und was hilft', en: 'Strengths and what helps' },
  'board.wall.phase.ziele': { de: 'Ziele', en: 'Goals' },
  'board.wall.phase.vereinbarungen': { de: 'Vereinbarungen', en: 'Agreements' },
  'board.wall.phase.abschluss': { de: 'Abschluss', en: 'Closing' },
});
