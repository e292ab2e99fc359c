import type { Translated } from '../../wording.ts';
import type { own as reference } from '../de/own.ts';

/** What only its owner sees, until they show it. */
export const own = {
  'own.title': 'Only for me',
  'own.lead': 'Nobody at the table sees what is here. A card comes into the plan only when you show it.',
  'own.empty': 'Here is room for what you want to keep to yourself for now. You can show it later, or never.',
  'own.add': 'What would you like to write down?',
  'own.cards': 'My cards',
  'own.kind.ziel': 'Goal',
  'own.kind.staerke': 'Strength or help',
  'own.kind.satz': 'Sentence',
  'own.start.ziel': 'I would like …',
  'own.start.staerke': 'I am good at, or what helps me …',
  'own.start.satz': 'What I want to say …',
  'own.words': '{kind}, only for me',
  'own.show': 'Show',
  'own.show_what': 'Show: {words}',
  'own.place.ziel': 'among the goals',
  'own.place.staerke': 'among the strengths',
  'own.place.satz': 'under “{section}”',
  'own.who':
    'Then it is in the plan, {place}. All the others can read it: {here} at the table{remote, plural, =0 {} other {, # remote}}.',
  'own.who_alone':
    'Then it is in the plan, {place}. Nobody else is here right now. Whoever joins can read it.',
  'own.who_screen': 'It is on the big screen then as well.',
  'own.show_no': 'Not yet',
  'own.show_yes': 'Show everybody',
  'own.show_waits': 'The last words are not saved yet. The card stays here as long as this page is open.',
  'own.failed': 'That did not work, nothing is lost. {reason}',
  'own.plan_closed':
    'The plan is closed right now. You can go on writing here, and show when it is open again.',
  'own.put_away': 'Put away',
  'own.put_away_what': 'Put away: {words}',
  'own.is_away': 'Put away: {words}',
  'own.bring_back': 'Bring back',
  'own.shown': 'Already shown',
  'own.take_back': 'Take back',
  'own.take_back_what': 'Take back: {words}',
  'own.off_table': 'No longer on the table.',
  'own.is_shown': 'Shown. It is in the plan now, {place}.',
  'own.is_back': 'Taken back. Now only you see it again.',
} satisfies Translated<typeof reference>;
