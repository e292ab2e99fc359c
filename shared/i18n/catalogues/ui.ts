import { catalogue } from '../messages.ts';

export const uiMessages = catalogue({
  // Save state, in words. It is fed by acknowledgements alone.
  'save.saved': { de: 'gespeichert', en: 'saved' },
  'save.saving': { de: 'wird gespeichert …', en: 'saving …' },
  'save.offline': {
    de: {
      du: 'Kein Netz. Schreib ruhig weiter. Wir schicken es ab, sobald es wieder geht.',
      sie: 'Kein Netz. Schreiben Sie ruhig weiter. Wir schicken es ab, sobald es wieder geht.',
      neutral: 'Verbindung wird gesucht. Das Bild bleibt stehen.',
    },
    en: {
      du: 'No connection. Keep writing. We will send it when you are back online.',
      sie: 'No connection. Keep writing. We will send it when you are back online.',
      neutral: 'Looking for the connection. The picture stays.',
    },
  },
  'save.offline_short': { de: 'kein Netz', en: 'no connection' },
  'save.offline_waiting': {
    de: '{count, plural, =0 {Nichts wartet.} one {Eine Änderung wartet auf diesem Gerät.} other {# Änderungen warten auf diesem Gerät.}}',
    en: '{count, plural, =0 {Nothing is waiting.} one {One change is waiting on this device.} other {# changes are waiting on this device.}}',
  },
  'save.back': {
    de: 'Wieder verbunden. Alles ist angekommen.',
    en: 'Connected again. Everything has arrived.',
  },
  'save.refused': {
    de: '{count, plural, one {Eine Änderung wurde nicht übernommen.} other {# Änderungen wurden nicht übernommen.}}',
    en: '{count, plural, one {One change was not taken over.} other {# changes were not taken over.}}',
  },
  'save.closed': { de: 'nicht mehr verbunden', en: 'no longer connected' },
  'save.leave_warning': {
    de: 'Noch nicht alles ist gespeichert.',
    en: 'Not everything is saved yet.',
  },

  // What the server did not take over, and why.
  'refused.title': { de: 'Nicht übernommen', en: 'Not taken over' },
  'refused.copy': { de: 'Text kopieren', en: 'Copy the text' },
  'refused.dismiss': { de: 'Weglegen', en: 'Put away' },
  'refused.forbidden_part': {
    de: 'An dieser Stelle schreiben gerade nur andere.',
    en: 'Only others write in this place at the moment.',
  },
  'refused.locked': {
    de: 'Der Plan wird gerade gelesen. Zum Ändern muss er wieder geöffnet werden.',
    en: 'The plan is being read. It has to be opened again before it can change.',
  },
  'refused.too_large': {
    de: 'Das ist zu lang für diese Stelle. In kürzeren Teilen geht es.',
    en: 'That is too long for this place. It works in shorter parts.',
  },
  'refused.malformed': { de: 'Das konnten wir nicht lesen.', en: 'We could not read that.' },
  'refused.not_causal': {
    de: 'Etwas davor fehlte. Wir haben neu abgeglichen.',
    en: 'Something before it was missing. We have compared again.',
  },
  'refused.quota': {
    de: 'Dafür ist in diesem Plan kein Platz mehr. Kürzen, verschieben und vom Tisch nehmen geht weiter.',
    en: 'There is no more room for this in the plan. Shortening, moving and taking off the table still work.',
  },
  'refused.foreign_client': {
    de: 'Dieses Gerät musste neu beginnen.',
    en: 'This device had to start again.',
  },
  'refused.rate': { de: 'Das kam zu schnell hintereinander.', en: 'That came too fast.' },
  'refused.schema': { de: 'Das passt an diese Stelle nicht.', en: 'That does not fit in this place.' },

  // What of the plan is nearly full or full, and what makes room. Freezing makes room of what was removed.
  'quota.near.plan': {
    de: 'Der Plan ist fast voll. Platz entsteht, wenn lange Texte kürzer werden, oder durch Einfrieren und Wiederöffnen.',
    en: 'The plan is nearly full. Shorter texts make room, and so does freezing the plan and opening it again.',
  },
  'quota.near.goals': {
    de: 'Es sind fast so viele Ziele, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch.',
    en: 'There are nearly as many goals as the plan can hold. What is not needed can be taken off the table.',
  },
  'quota.near.resources': {
    de: 'Es sind fast so viele Stärken, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
    en: 'There are nearly as many strengths as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  },
  'quota.near.agreements': {
    de: 'Es sind fast so viele Vereinbarungen, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
    en: 'There are nearly as many agreements as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  },
  'quota.near.service': {
    de: 'Es sind fast so viele Hilfen, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
    en: 'There are nearly as many helps as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  },
  'quota.full.plan': {
    de: 'Der Plan ist voll. Kürzen, verschieben und vom Tisch nehmen geht weiter. Neues passt hinein, wenn Texte kürzer sind, oder nach Einfrieren und Wiederöffnen.',
    en: 'The plan is full. Shortening, moving and taking off the table still work. Something new fits when texts are shorter, or after freezing the plan and opening it again.',
  },
  'quota.full.goals': {
    de: 'Mehr Ziele fasst der Plan nicht. Für ein neues muss ein anderes vom Tisch; sonst ist nach dem Einfrieren wieder Platz.',
    en: 'The plan cannot hold more goals. For a new one another has to be taken off the table; otherwise there is room after freezing.',
  },
  'quota.full.resources': {
    de: 'Mehr Stärken fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',
    en: 'The plan cannot hold more strengths. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',
  },
  'quota.full.agreements': {
    de: 'Mehr Vereinbarungen fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',
    en: 'The plan cannot hold more agreements. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',
  },
  'quota.full.service': {
    de: 'Mehr Hilfen fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',
    en: 'The plan cannot hold more helps. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',
  },

  // Whole pages.
  'ui.loading': { de: 'Einen Moment …', en: 'One moment …' },
  'ui.no_network': {
    de: 'Kein Netz. Bitte gleich noch einmal versuchen.',
    en: 'No connection. Please try again in a moment.',
  },
  'ui.unexpected_answer': {
    de: 'Das hat gerade nicht geklappt. Bitte gleich noch einmal versuchen.',
    en: 'That did not work just now. Please try again in a moment.',
  },
  'ui.crashed_title': { de: 'Hier hakt etwas.', en: 'Something got stuck.' },
  'ui.crashed_text': {
    de: 'Was gespeichert ist, bleibt gespeichert. Nach dem Neuladen geht es weiter.',
    en: 'What is saved stays saved. It goes on after reloading.',
  },
  'ui.reload': { de: 'Neu laden', en: 'Reload' },
  'ui.new_version': {
    de: 'Es gibt eine neue Fassung des Programms. Neu laden? Nichts geht verloren.',
    en: 'There is a new version of the program. Reload? Nothing gets lost.',
  },
  'ui.page_missing_title': { de: 'Diese Seite gibt es nicht.', en: 'There is no such page.' },
  'ui.page_missing_text': {
    de: 'Vielleicht fehlt ein Stück vom Link.',
    en: 'Perhaps a piece of the link is missing.',
  },
  'ui.to_start': { de: 'Zur Startseite', en: 'To the start page' },

  // Cards, the same in list, board, wall and reading view.
  'ui.card.direction': { de: 'Richtungsziel {number}', en: 'Direction goal {number}' },
  'ui.card.action': { de: 'Handlungsziel {number}', en: 'Action goal {number}' },
  'ui.card.now': { de: 'gerade dran', en: 'being discussed' },
  'ui.card.new': { de: 'gerade neu', en: 'just now' },
  'ui.card.more': {
    de: '{count, plural, one {eine weitere Hilfe} other {# weitere Hilfen}}',
    en: '{count, plural, one {one more help} other {# more helps}}',
  },
  'ui.step.open': { de: 'offen', en: 'open' },
  'ui.step.partly': { de: 'teilweise geschafft', en: 'partly done' },
  'ui.step.done': { de: 'geschafft', en: 'done' },
  'ui.steps': {
    de: '{open, plural, =0 {{done, plural, =0 {Noch kein Schritt} one {Ein Schritt geschafft} other {# Schritte geschafft}}} one {Ein Schritt offen{done, plural, =0 {} other {, # geschafft}}} other {# Schritte offen{done, plural, =0 {} other {, # geschafft}}}}',
    en: '{open, plural, =0 {{done, plural, =0 {No step yet} one {One step done} other {# steps done}}} one {One step open{done, plural, =0 {} other {, # done}}} other {# steps open{done, plural, =0 {} other {, # done}}}}',
  },
  'ui.scale.before': { de: 'damals', en: 'then' },
  'ui.scale.target': { de: 'Ziel', en: 'goal' },
  'ui.scale.target_is': { de: 'Ziel {target}', en: 'goal {target}' },
  'ui.scale.from_to': { de: '{name} {before} nach {now}', en: '{name} {before} to {now}' },
  'ui.scale.only_now': { de: '{name} {now}', en: '{name} {now}' },
  'ui.scale.only_before': { de: '{name} damals {before}', en: '{name} {before} then' },
  'ui.quote.says': { de: '{name} sagt:', en: '{name} says:' },
  'ui.quote.text': { de: '„{text}“', en: '“{text}”' },
});
