import { catalogue } from '../messages.ts';

/** The table on a phone, one thing at a time. */
export const phoneMessages = catalogue({
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
});
