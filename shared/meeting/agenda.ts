import { sectionPart, TEXT_SECTIONS } from '../documents/plan/roots.ts';
import { type MeetingPhase, meetingPhase } from '../domain/codes.ts';
import type { ProtocolSection } from '../protocol/sections.ts';
import type { ListName, Step } from './step.ts';

const LISTS: readonly ListName[] = ['goals', 'resources'];
/** What others than the young person see, and what follows from it. */
const VIEWS = ['sicht_eltern', 'sicht_weitere', 'geschwister', 'bedarf'] as const;
const GOALS = { lists: { choice: LISTS, open: 'goals' }, board: 'goals' } as const;

/** What each step shows. A code without a step fails the build. */
const STEPS: Record<MeetingPhase, Omit<Step, 'code'>> = {
  vorbereitung: {
    ...GOALS,
    minutes: 0,
    held: 'before',
    sections: [],
    desk: { panel: 'welcome' },
    phone: { panel: 'calm' },
    wall: { panel: 'welcome' },
  },
  ankommen: {
    ...GOALS,
    minutes: 5,
    held: 'always',
    sections: ['familie', 'beteiligte'],
    desk: { panel: 'welcome' },
    phone: { panel: 'welcome' },
    wall: { panel: 'welcome' },
  },
  anliegen: {
    ...GOALS,
    minutes: 5,
    held: 'first',
    sections: ['anlass'],
    desk: { panel: 'texts', texts: ['anlass'] },
    phone: { panel: 'words', texts: ['anlass'], question: 'table.now.concern' },
    wall: { panel: 'texts', texts: ['anlass', 'bedarf'] },
  },
  sicht_kind: {
    ...GOALS,
    minutes: 10,
    held: 'always',
    sections: ['sicht_kind'],
    desk: { panel: 'texts', texts: ['sicht_kind'] },
    phone: { panel: 'words', texts: ['sicht_kind'], question: 'table.now.child' },
    wall: { panel: 'texts', texts: ['sicht_kind'] },
  },
  rueckblick: {
    minutes: 20,
    held: 'following',
    sections: ['rueckblick'],
    lists: { choice: ['review', ...LISTS], open: 'review' },
    board: 'goals',
    desk: { panel: 'review' },
    phone: { panel: 'scale' },
    wall: { panel: 'review' },
  },
  sicht_weitere: {
    ...GOALS,
    minutes: 10,
    held: 'always',
    sections: VIEWS,
    desk: { panel: 'texts', texts: VIEWS },
    phone: { panel: 'words', texts: ['sicht_eltern', 'sicht_weitere'], question: 'table.now.view' },
    wall: { panel: 'texts', texts: ['sicht_eltern', 'sicht_weitere', 'geschwister'] },
  },
  ressourcen: {
    minutes: 10,
    held: 'always',
    sections: ['ressourcen'],
    lists: { choice: LISTS, open: 'resources' },
    board: 'resources',
    desk: { panel: 'board' },
    phone: { panel: 'strengths' },
    wall: { panel: 'resources' },
  },
  ziele: {
    ...GOALS,
    minutes: 20,
    held: 'always',
    sections: ['ziele'],
    desk: { panel: 'board' },
    phone: { panel: 'scale' },
    wall: { panel: 'goals' },
  },
  vereinbarungen: {
    ...GOALS,
    minutes: 10,
    held: 'always',
    sections: ['hilfe', 'vereinbarungen', 'beratung', 'ueberpruefung'],
    desk: { panel: 'arrangements' },
    phone: { panel: 'agreed' },
    wall: { panel: 'agreements' },
  },
  abschluss: {
    ...GOALS,
    minutes: 10,
    held: 'always',
    sections: ['unterschiede', 'unterschriften'],
    desk: { panel: 'closing' },
    phone: { panel: 'closing' },
    wall: { panel: 'goals' },
  },
};

/** The steps in the order in which they are held. */
export const AGENDA: readonly Step[] = meetingPhase.map((code) => ({ code, ...STEPS[code] }));

/** The step of a code. */
export function stepOf(code: MeetingPhase): Step {
  return { code, ...STEPS[code] };
}

/** The step in which a section of the protocol is worked on; null for one that belongs to none. */
export function stepFor(section: ProtocolSection): MeetingPhase | null {
  return AGENDA.find(({ sections }) => sections.includes(section))?.code ?? null;
}

/** Where the records of a part are worked on. */
const SECTION_OF_PART: ReadonlyMap<string, ProtocolSection> = new Map([
  ['goals', 'ziele'],
  ['resources', 'ressourcen'],
  ['service', 'hilfe'],
  ['agreements', 'vereinbarungen'],
  ['meta', 'ueberpruefung'],
]);

/** The step in which a part of the plan is worked on; null for one that belongs to none. */
export function stepForPart(part: string): MeetingPhase | null {
  const section = TEXT_SECTIONS.find((text) => sectionPart(text) === part) ?? SECTION_OF_PART.get(part);
  return section === undefined ? null : stepFor(section);
}

/** The steps of a meeting: only one that follows another can look back. */
export function heldSteps<Code extends string>(
  follows: boolean,
  agenda: readonly Step<Code>[],
): readonly Step<Code>[] {
  const held = follows ? 'following' : 'first';
  return agenda.filter((step) => step.held === 'always' || step.held === held);
}
