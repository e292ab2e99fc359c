import { catalogue } from '../messages.ts';

/** The papers in the middle of the table: arriving, running texts, looking back, agreements, closing. */
export const papersMessages = catalogue({
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
});
