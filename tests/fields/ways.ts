import type { MeetingPhase } from '#shared/domain/codes.ts';
import { AGENDA, heldSteps } from '#shared/meeting/agenda.ts';
import {
  bothOf,
  excused,
  firstCard,
  firstStrength,
  help,
  newStrength,
  type Open,
  ownOnDesk,
  ownOnPhone,
  part,
  phoneDetails,
  phoneStrength,
  pressed,
  review,
  rowOf,
  seatMenu,
} from './openings.ts';

/** A view of the meeting, and how one comes to it from wherever one is at that step. */
export interface Way {
  name: string;
  who: 'desk' | 'phone';
  phase: MeetingPhase;
  /** Of the plan; open where nothing is said. */
  state?: 'frozen' | 'sealed';
  open: Open;
}

/** The example's meeting follows another one. */
const STEPS = heldSteps(true, AGENDA).map(({ code }) => code);
const LEVELS = ['1', '1.1', '1.1.1'];

/** Every view of a meeting that is open, in which somebody may type. */
export const WAYS: readonly Way[] = [
  ...STEPS.flatMap((phase): Way[] => [
    { name: `desk, ${phase}`, who: 'desk', phase, open: bothOf },
    { name: `phone, ${phase}`, who: 'phone', phase, open: part('now') },
  ]),
  ...['goals', 'strengths', 'me'].map(
    (name): Way => ({ name: `phone, ${name}`, who: 'phone', phase: 'ziele', open: part(name) }),
  ),
  ...LEVELS.flatMap((number): Way[] => [
    { name: `desk, row ${number}`, who: 'desk', phase: 'ziele', open: rowOf(number, 'Enter') },
    { name: `desk, details ${number}`, who: 'desk', phase: 'ziele', open: rowOf(number, 'd') },
    { name: `phone, details ${number}`, who: 'phone', phase: 'ziele', open: phoneDetails(number) },
  ]),
  { name: 'desk, leitziel', who: 'desk', phase: 'ziele', open: pressed('leitziel-edit', 'leitziel-field') },
  { name: 'desk, card of a goal', who: 'desk', phase: 'ziele', open: firstCard() },
  { name: 'desk, card of a strength', who: 'desk', phase: 'ressourcen', open: firstCard() },
  { name: 'desk, new strength', who: 'desk', phase: 'ressourcen', open: newStrength },
  { name: 'desk, a strength', who: 'desk', phase: 'ressourcen', open: firstStrength },
  { name: 'phone, a strength', who: 'phone', phase: 'ressourcen', open: phoneStrength },
  { name: 'desk, looking back: adjust', who: 'desk', phase: 'rueckblick', open: review('anpassen') },
  { name: 'desk, looking back: replace', who: 'desk', phase: 'rueckblick', open: review('ersetzen') },
  { name: 'desk, the help', who: 'desk', phase: 'vereinbarungen', open: help },
  { name: 'desk, attendance', who: 'desk', phase: 'abschluss', open: excused },
  { name: 'phone, only for me', who: 'phone', phase: 'ziele', open: ownOnPhone },
  { name: 'desk, settings', who: 'desk', phase: 'ziele', open: pressed('more', 'settings') },
  { name: 'desk, one at the table', who: 'desk', phase: 'ziele', open: seatMenu },
  // Last: what is open here closes the rest of the page.
  { name: 'desk, only for me', who: 'desk', phase: 'ziele', open: ownOnDesk },
];
