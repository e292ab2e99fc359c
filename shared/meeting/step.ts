import type { TextSection } from '../documents/plan/roots.ts';
import type { MeetingPhase } from '../domain/codes.ts';
import type { PlainKey } from '../i18n/translate.ts';
import type { ProtocolSection } from '../protocol/sections.ts';

/** In which meetings a step is held. What happens `before` has no place in the bar unless it is now. */
export type Held = 'before' | 'always' | 'first' | 'following';

/** Where a step stands in the meeting: it was, it is on, it comes. */
export const STEP_STATES = ['done', 'now', 'next'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Lists beside the table. */
export type ListName = 'goals' | 'resources' | 'review';

/** Boards that records can lie on. */
export type BoardName = 'goals' | 'resources';

/** What fills the middle of the table: the board, or a paper to write on. */
export type DeskPanel = 'board' | 'welcome' | 'texts' | 'review' | 'arrangements' | 'closing';

/** The one task of a phone. */
export type PhonePanel = 'calm' | 'welcome' | 'words' | 'scale' | 'strengths' | 'agreed' | 'closing';

/** What the shared screen shows. */
export type WallPanel = 'welcome' | 'texts' | 'review' | 'resources' | 'agreements' | 'goals';

/** A named panel; one that is about running texts says which ones, in their order. */
export interface Shown<Panel extends string> {
  panel: Panel;
  texts?: readonly TextSection[];
}

/**
 * One step of a meeting. Pages know panels, not steps: a new step is a descriptor, a new panel is a
 * component in the registry of its surface. Names and questions are texts under the step's code.
 */
export interface Step<Code extends string = MeetingPhase> {
  /** What is stored. */
  code: Code;
  /** How long it usually takes. An office changes it by extending, not by hurrying. */
  minutes: number;
  held: Held;
  /** Sections of the protocol that are worked on in it. */
  sections: readonly ProtocolSection[];
  /** Lists one can choose from, and the one that lies open first. */
  lists: { choice: readonly ListName[]; open: ListName };
  /** The board that belongs to it, also where the middle is a paper. */
  board: BoardName;
  desk: Shown<DeskPanel>;
  /** `question` is what a phone asks before its person writes. */
  phone: Shown<PhonePanel> & { question?: PlainKey };
  wall: Shown<WallPanel>;
}
