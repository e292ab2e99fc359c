import type { Area } from '../../wording.ts';

/** The table on a phone, one thing at a time. */
export const phone = {
  'table.parts': 'Teile',
  'table.tab.now': 'Jetzt',
  'table.tab.goals': 'Ziele',
  'table.tab.strengths': 'Stärken',
  'table.tab.me': 'Ich',
  'table.tab.protocol': 'Protokoll',
  'table.now.asks': '{name} fragt',
  'table.now.gone_on': 'Die Runde ist schon weiter: {phase}.',
  'table.now.go_along': 'Mitgehen',
  'table.now.listen': {
    du: 'Gerade hören wir zu. Du musst nichts tun.',
    sie: 'Gerade hören wir zu. Sie müssen nichts tun.',
    neutral: 'Gerade hören wir zu. Hier ist nichts zu tun.',
  },
  'table.now.agreed': 'Das vereinbaren wir',
  'table.now.your_words': { du: 'Das hast du gesagt', sie: 'Das haben Sie gesagt', neutral: 'Schon gesagt' },
  'table.now.your_steps': { du: 'Deine Schritte', sie: 'Ihre Schritte', neutral: 'Eigene Schritte' },
  'table.now.closing_read': '{name} liest den Plan vor. Nachfragen ist gut.',
  'table.now.closing_decide': {
    du: 'Danach sagst du hier, ob das für dich so passt.',
    sie: 'Danach sagen Sie hier, ob das für Sie so passt.',
    neutral: 'Danach sagen alle auf dem eigenen Gerät, ob es so passt.',
  },
  'table.now.closing_say': {
    du: 'Wenn du etwas anders siehst, schreibst du es dazu. Es bleibt stehen.',
    sie: 'Wenn Sie etwas anders sehen, schreiben Sie es dazu. Es bleibt stehen.',
    neutral: 'Wer etwas anders sieht, schreibt es dazu. Es bleibt stehen.',
  },
  'table.now.closing': 'Gleich lesen wir zusammen, was vereinbart ist.',
  'table.now.child': {
    du: 'Was ist dir wichtig?',
    sie: 'Was ist Ihnen wichtig?',
    neutral: 'Was ist wichtig?',
  },
  'table.now.child_speaks': '{name} spricht zuerst.',
  'table.now.concern': {
    du: 'Was soll heute auf jeden Fall vorkommen?',
    sie: 'Was soll heute auf jeden Fall vorkommen?',
    neutral: 'Was soll heute auf jeden Fall vorkommen?',
  },
  'table.now.view': {
    du: 'Wie siehst du es?',
    sie: 'Wie sehen Sie es?',
    neutral: 'Wie sieht es von hier aus?',
  },
  'table.now.write_here': {
    du: 'Schreib es so, wie du es sagen würdest.',
    sie: 'Schreiben Sie es so, wie Sie es sagen würden.',
    neutral: 'So, wie man es sagen würde.',
  },
  'table.now.all_see': {
    du: 'Alle am Tisch sehen, was du schreibst.',
    sie: 'Alle am Tisch sehen, was Sie schreiben.',
    neutral: 'Alle am Tisch sehen es.',
  },
  'table.now.strengths': {
    du: 'Wer oder was hilft dir?',
    sie: 'Wer oder was hilft?',
    neutral: 'Wer oder was hilft?',
  },
  'table.now.your_strengths': {
    du: 'Deine Stärken, und was dir hilft',
    sie: 'Ihre Stärken, und was Ihnen hilft',
    neutral: 'Eigene Stärken, und was hilft',
  },
  'table.now.scale': {
    du: 'Wo stehst du gerade bei diesem Ziel?',
    sie: 'Wo sehen Sie das gerade?',
    neutral: 'Wo stehen wir gerade?',
  },
  'table.now.scale_0': 'gar nicht',
  'table.now.scale_10': 'geschafft',
  'table.now.number_earlier': {
    du: 'deine Zahl von früher',
    sie: 'Ihre Zahl von früher',
    neutral: 'Zahl von früher',
  },
  'table.now.number_then': { du: 'deine Zahl am {day}', sie: 'Ihre Zahl am {day}', neutral: 'Zahl am {day}' },
  'table.now.number_seen': {
    du: 'Alle am Tisch sehen deine Zahl sofort.',
    sie: 'Alle am Tisch sehen Ihre Zahl sofort.',
    neutral: 'Alle am Tisch sehen die Zahl sofort.',
  },
  'table.now.my_number': {
    du: 'Deine Zahl ist {value}.',
    sie: 'Ihre Zahl ist {value}.',
    neutral: 'Die Zahl ist {value}.',
  },
  'table.now.number_entered': {
    du: '{by} hat für dich die {value} eingetragen.',
    sie: '{by} hat für Sie die {value} eingetragen.',
    neutral: '{by} hat die {value} eingetragen.',
  },
  'table.now.take_back': 'Zurücknehmen',
  'table.now.other_goals': 'Andere Ziele',
  'table.now.goal_before': 'Ziel davor',
  'table.now.goal_after': 'Nächstes Ziel',
  'table.goals_shown': 'Welche Ziele?',
  'table.goals_all': 'Alle',
  'table.goals_mine': 'Meine Schritte',
  'table.no_steps': {
    du: 'Für dich steht noch kein Schritt da.',
    sie: 'Für Sie steht noch kein Schritt da.',
    neutral: 'Hier steht noch kein Schritt.',
  },
  'table.open_goal': '{goal} öffnen',
  'table.also_here': 'Auch da',

  // Goals as a family calls them.
  'table.plain.direction': 'Großes Ziel {number}',
  'table.plain.action': 'Ziel {number}',
  'table.plain.add_direction': 'Neues großes Ziel',
  'table.plain.add_action': 'Ziel zu {number}',
  'table.plain.too_deep': 'Tiefer geht es nicht: großes Ziel, Ziel, Schritt.',
} as const satisfies Area;
