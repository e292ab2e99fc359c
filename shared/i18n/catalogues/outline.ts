import { catalogue } from '../messages.ts';

export const outlineMessages = catalogue({
  // The list of goals.
  'outline.tree': { de: 'Ziele', en: 'Goals' },
  'outline.count': {
    de: '{goals, plural, =0 {noch kein Ziel} one {ein Ziel} other {# Ziele}}, {steps, plural, =0 {kein offener Schritt} one {ein offener Schritt} other {# offene Schritte}}',
    en: '{goals, plural, =0 {no goal yet} one {one goal} other {# goals}}, {steps, plural, =0 {no open step} one {one open step} other {# open steps}}',
  },
  'outline.keys_hint': {
    de: 'Pfeiltasten gehen durch die Liste, Eingabe schreibt, Fragezeichen zeigt alle Tasten.',
    en: 'Arrow keys walk the list, Enter writes, question mark shows all keys.',
  },
  'outline.empty': {
    de: {
      du: 'Noch kein Ziel. Was ist dir am wichtigsten?',
      sie: 'Noch kein Ziel. Was ist Ihnen am wichtigsten?',
      neutral: 'Noch kein Ziel. Womit fangen wir an?',
    },
    en: {
      du: 'No goal yet. What matters most to you?',
      sie: 'No goal yet. What matters most to you?',
      neutral: 'No goal yet. Where do we start?',
    },
  },
  'outline.add_first': { de: 'Erstes Ziel schreiben', en: 'Write the first goal' },
  'outline.leitziel_empty': {
    de: 'Ein Satz für die ganze Familie',
    en: 'One sentence for the whole family',
  },
  'outline.empty_sentence': { de: 'noch kein Satz', en: 'no sentence yet' },
  'outline.empty_resource': { de: 'noch kein Name', en: 'no name yet' },
  'outline.sentence': { de: 'Satz', en: 'Sentence' },
  'outline.sentence_of': { de: 'Satz, {goal}', en: 'Sentence, {goal}' },
  'outline.placeholder.richtungsziel': {
    de: {
      du: 'Was soll anders sein? Schreib es so, wie du es sagen würdest.',
      sie: 'Was soll anders sein? Schreiben Sie es in Ihren Worten.',
      neutral: 'Was soll anders sein?',
    },
    en: 'What should be different? Write it the way you would say it.',
  },
  'outline.placeholder.handlungsziel': {
    de: 'Was klappt dann, und bis wann?',
    en: 'What works then, and by when?',
  },
  'outline.placeholder.handlungsschritt': { de: 'Wer macht was?', en: 'Who does what?' },
  'outline.level.richtungsziel': { de: 'Richtungsziel {number}', en: 'Direction goal {number}' },
  'outline.level.handlungsziel': { de: 'Handlungsziel {number}', en: 'Action goal {number}' },
  'outline.level.handlungsschritt': { de: 'Schritt {number}', en: 'Step {number}' },
  'outline.who_with': { de: '{lead}, mit {others_declined}', en: '{lead}, with {others}' },
  'outline.until': { de: 'bis {day}', en: 'by {day}' },
  'outline.helps_count': {
    de: '{count, plural, one {eine Hilfe} other {# Hilfen}}',
    en: '{count, plural, one {one help} other {# helps}}',
  },
  'outline.writes': {
    de: '{count, plural, one {{names} schreibt} other {{names} schreiben}}',
    en: '{count, plural, one {{names} is writing} other {{names} are writing}}',
  },
  'outline.edit': { de: 'Schreiben', en: 'Write' },
  'outline.more': { de: 'Mehr dazu', en: 'More' },
  'outline.what_helps': { de: 'Was hilft dabei?', en: 'What helps with it?' },
  'outline.close': { de: 'Schließen', en: 'Close' },
  'outline.to_list': { de: 'Zur Liste', en: 'To the list' },

  // Moving and removing.
  'outline.moved': { de: '{goal} verschoben.', en: '{goal} moved.' },
  'outline.no_move.first': { de: 'Schon ganz oben.', en: 'Already at the top.' },
  'outline.no_move.last': { de: 'Schon ganz unten.', en: 'Already at the bottom.' },
  'outline.no_move.top_level': { de: 'Schon auf der obersten Stufe.', en: 'Already on the top level.' },
  'outline.no_move.too_deep': {
    de: 'Tiefer geht es nicht: Richtungsziel, Handlungsziel, Schritt.',
    en: 'It goes no deeper: direction goal, action goal, step.',
  },
  'outline.no_move.nothing_above': {
    de: 'Darüber steht nichts, worunter es passt.',
    en: 'There is nothing above to put it under.',
  },
  'outline.move.up': { de: 'Nach oben', en: 'Up' },
  'outline.move.down': { de: 'Nach unten', en: 'Down' },
  'outline.move.in': { de: 'Eine Stufe tiefer', en: 'One level down' },
  'outline.move.out': { de: 'Eine Stufe höher', en: 'One level up' },
  'outline.remove': { de: 'Vom Tisch nehmen', en: 'Take from the table' },
  'outline.taken_away': { de: 'Vom Tisch: „{sentence}“', en: 'Off the table: “{sentence}”' },
  'outline.bring_back': { de: 'Zurückholen', en: 'Bring back' },
  'outline.removed_list': {
    de: '{count, plural, one {Eines ist vom Tisch} other {# sind vom Tisch}}',
    en: '{count, plural, one {One is off the table} other {# are off the table}}',
  },
  'outline.removed_by': { de: 'von {name_declined} herausgenommen', en: 'taken away by {name}' },
  'outline.removed_meanwhile': {
    de: {
      du: '{name} hat diese Karte entfernt, während du geschrieben hast.',
      sie: '{name} hat diese Karte entfernt, während Sie geschrieben haben.',
      neutral: '{name} hat diese Karte währenddessen entfernt.',
    },
    en: '{name} removed this card while you were writing.',
  },
  'outline.removed_meanwhile_by_nobody': {
    de: 'Diese Karte wurde währenddessen entfernt.',
    en: 'This card was removed meanwhile.',
  },
  'outline.keep': { de: 'Behalten', en: 'Keep' },
  'outline.remove_too': { de: 'Auch entfernen', en: 'Remove too' },
  'outline.not_on_table': {
    de: 'Dieses Ziel liegt nicht mehr auf dem Tisch.',
    en: 'This goal is no longer on the table.',
  },

  // Adding by the line under the list.
  'outline.add': { de: 'Dazulegen', en: 'Add' },
  'outline.add_what': { de: 'Was kommt dazu?', en: 'What is added?' },
  'outline.add_direction': { de: 'Neues Richtungsziel', en: 'New direction goal' },
  'outline.add_action': { de: 'Handlungsziel zu {number}', en: 'Action goal under {number}' },
  'outline.add_step': { de: 'Schritt zu {number}', en: 'Step under {number}' },
  'outline.for_whom': { de: 'Für wen?', en: 'For whom?' },
  'outline.for_whom_short': { de: 'für …', en: 'for …' },
  'outline.for_person': { de: 'für {name_declined}', en: 'for {name}' },
  'outline.add_resource': { de: 'Neue Stärke', en: 'New strength' },

  // Everything about one goal.
  'outline.own_words': { de: 'In eigenen Worten', en: 'In own words' },
  'outline.agreed': { de: 'Gemeinsame Fassung', en: 'Agreed wording' },
  'outline.add_agreed': { de: 'Gemeinsame Fassung dazuschreiben', en: 'Add an agreed wording' },
  'outline.whose_wish': { de: 'Wessen Wunsch ist das?', en: 'Whose wish is it?' },
  'outline.who': { de: 'Wer macht das?', en: 'Who does it?' },
  'outline.with_whom': { de: 'Wer hilft mit?', en: 'Who helps?' },
  'outline.nobody_yet': { de: 'noch niemand', en: 'nobody yet' },
  'outline.nobody_named': { de: 'niemand genannt', en: 'nobody named' },
  'outline.none_yet': { de: 'noch offen', en: 'still open' },
  'outline.until_when': { de: 'Bis wann?', en: 'By when?' },
  'outline.how_often': { de: 'Wie oft?', en: 'How often?' },
  'outline.how_often_example': { de: 'zum Beispiel sonntags', en: 'for example on Sundays' },
  'outline.how_noticed': {
    de: 'Woran erkennen alle, dass es klappt?',
    en: 'How does everybody notice that it works?',
  },
  'outline.life_area': { de: 'Lebensbereich', en: 'Area of life' },
  'outline.state': { de: 'Stand', en: 'State' },
  'outline.kind': { de: 'Art des Ziels', en: 'Kind of goal' },
  'outline.scale': { de: 'Wo stehen wir gerade? 0 bis 10', en: 'Where are we now? 0 to 10' },
  'outline.scale_whose': { de: 'Zahl von', en: 'Number of' },
  'outline.scale_of': { de: 'Zahl von {name_declined}, 0 bis 10', en: 'Number of {name}, 0 to 10' },
  'outline.scale_before': { de: 'beim letzten Mal', en: 'last time' },
  'outline.scale_target': { de: 'das Ziel', en: 'the goal' },
  'outline.target': { de: 'Das Ziel ist die', en: 'The goal is' },
  'outline.helps': { de: 'Das hilft dabei', en: 'This helps with it' },
  'outline.help_placeholder': {
    de: 'Stärke suchen oder neu schreiben',
    en: 'Find a strength or write a new one',
  },
  'outline.help_open': { de: 'Stärken zeigen', en: 'Show strengths' },
  'outline.help_empty': {
    de: 'Keine andere Stärke auf dem Tisch. Ein neuer Name legt eine dazu.',
    en: 'No other strength on the table. A new name adds one.',
  },
  'outline.help_new': { de: '„{title}“ neu bei „{domain}“', en: 'New: “{title}” under “{domain}”' },
  'outline.unlink': { de: '{title} von diesem Ziel lösen', en: 'Unlink {title} from this goal' },

  // Quiet questions about the wording.
  'outline.hints': { de: 'Fragen zum Satz', en: 'Questions about the sentence' },
  'outline.hint.whose': {
    de: {
      du: 'Wessen Ziel ist das? Versuch es mit „Ich …“ oder „Wir …“.',
      sie: 'Wessen Ziel ist das? Versuchen Sie es mit „Ich …“ oder „Wir …“.',
      neutral: 'Wessen Ziel ist das? Vielleicht mit „Ich …“ oder „Wir …“.',
    },
    en: 'Whose goal is it? Try “I …” or “We …”.',
  },
  'outline.hint.instead': { de: 'Was soll stattdessen da sein?', en: 'What should be there instead?' },
  'outline.hint.concrete': {
    de: 'Woran würde {name} merken, dass es besser ist?',
    en: 'How would {name} notice that it is better?',
  },
  'outline.hint.two_goals': { de: 'Sind das zwei Ziele?', en: 'Are these two goals?' },
  'outline.hint.until': { de: 'Bis wann?', en: 'By when?' },
  'outline.hint.who': { de: 'Wer macht das?', en: 'Who does it?' },
  'outline.hint.notice': {
    de: 'Woran erkennen alle, dass das Ziel erreicht ist?',
    en: 'How does everybody notice that the goal is reached?',
  },

  // Strengths.
  'outline.domain.persoenlich': { de: 'Was jemand kann', en: 'What somebody can do' },
  'outline.domain.sozial': { de: 'Menschen, die da sind', en: 'People who are there' },
  'outline.domain.materiell': { de: 'Geld, Dinge, Platz', en: 'Money, things, room' },
  'outline.domain.infrastrukturell': { de: 'Orte und Angebote', en: 'Places and services' },
  'outline.domain_empty': { de: 'noch nichts', en: 'nothing yet' },
  'outline.resource_state.erkannt': { de: 'erkannt', en: 'noticed' },
  'outline.resource_state.verbunden': { de: 'Kontakt besteht', en: 'in contact' },
  'outline.resource_state.aktiviert': { de: 'wird genutzt', en: 'in use' },
  'outline.resource_state.belastet': { de: 'gerade belastet', en: 'strained at the moment' },
  'outline.resource_state.weggefallen': { de: 'weggefallen', en: 'gone' },
  'outline.resource_title': { de: 'Wer oder was?', en: 'Who or what?' },
  'outline.resource_description': { de: 'Was genau?', en: 'What exactly?' },
  'outline.resource_domain': { de: 'Bereich', en: 'Domain' },
  'outline.resource_owner': { de: 'Gehört zu', en: 'Belongs to' },
  'outline.helps_with_which': { de: 'Hilft bei', en: 'Helps with' },

  // What others have changed, for screen readers.
  'outline.changed': {
    de: '{name} hat etwas geändert: {places}.',
    en: '{name} changed something: {places}.',
  },
  'outline.changed.goals': { de: 'Ziele', en: 'goals' },
  'outline.changed.resources': { de: 'Stärken', en: 'strengths' },
  'outline.changed.text': { de: 'Text zur Sicht der Beteiligten', en: 'text on the views of those involved' },
  'outline.changed.arrangements': { de: 'Vereinbarungen', en: 'agreements' },

  // The keys of the list.
  'outline.help.title': { de: 'Tasten in der Liste', en: 'Keys in the list' },
  'outline.help.walk': { de: 'durch die Liste gehen', en: 'walk the list' },
  'outline.help.fold': {
    de: 'zu- und aufklappen, zum Ziel darüber',
    en: 'fold and unfold, to the goal above',
  },
  'outline.help.edit': { de: 'den Satz schreiben', en: 'write the sentence' },
  'outline.help.leave': { de: 'fertig mit Schreiben', en: 'done writing' },
  'outline.help.add': { de: 'Neues daneben', en: 'a new one beside it' },
  'outline.help.indent': {
    de: 'in einer neuen leeren Zeile eine Stufe tiefer, mit Umschalt höher',
    en: 'in a new empty line one level down, with Shift one up',
  },
  'outline.help.move': { de: 'nach oben oder unten schieben', en: 'move up or down' },
  'outline.help.level': { de: 'eine Stufe höher oder tiefer', en: 'one level up or down' },
  'outline.help.link': { de: 'Was hilft dabei?', en: 'What helps with it?' },
  'outline.help.done': { de: 'Schritt geschafft', en: 'step done' },
  'outline.help.details': { de: 'wer, bis wann, woran', en: 'who, by when, how' },
  'outline.help.remove': { de: 'vom Tisch nehmen', en: 'take from the table' },
  'outline.help.undo': { de: 'eigene Änderung zurücknehmen', en: 'take back your own change' },
  'outline.help.letters': { de: 'Einzelne Buchstaben als Tasten nutzen', en: 'Use single letters as keys' },
});
