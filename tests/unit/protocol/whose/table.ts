import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import type * as Y from 'yjs';
import type { MeetingView, PersonRef } from '#shared/api/view.ts';
import { EMPTY_SEED, type GoalSeed, type Plan, readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { PlanContext, SessionContext, ViewContext } from '../../../../client/app/context.ts';
import { createStore } from '../../../../client/app/store.ts';
import type { MeetingSession } from '../../../../client/session/types.ts';
import { docFrom, recordOf } from '../leon.ts';
import { inGerman } from '../report/renderers.ts';

/** A table at which people write for themselves and for each other, as everything that shows it reads it. */

const record = recordOf(1, '2025-09-16', null);

export const PERSONS: readonly PersonRef[] = record.persons.map(({ id, displayName }) => ({
  id,
  name: displayName,
  initials: 'xx',
  hue: 1,
  subtitle: '',
}));

export const nameOf = (id: string | null): string | null =>
  PERSONS.find((person) => person.id === id)?.name ?? null;

/** Everybody who may write or be meant; one whom the case does not know any more, and nobody. */
const somebody = fc.constantFrom('p-leon', 'p-sandra', 'p-thomas', 'p-seidel', 'p-aydin', 'gone', null);

const words = {
  voice: somebody,
  writer: somebody,
  hasAgreed: fc.boolean(),
};

/** Whose words are where. Each text says which one it is. */
export interface Written {
  goals: { voice: string | null; writer: string | null; hasAgreed: boolean }[];
  texts: { section: TextSection; voice: string | null; lines: number }[];
}

export const tables: fc.Arbitrary<Written> = fc.record({
  goals: fc.array(fc.record(words), { minLength: 1, maxLength: 5 }),
  texts: fc.array(
    fc.record({
      section: fc.constantFrom<TextSection>('anlass', 'sicht_kind', 'sicht_eltern'),
      voice: somebody,
      lines: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 6 },
  ),
});

/** One of each: an own wish, one that was written down, one for somebody else, nobody's, and nobody's words. */
export const WRITTEN: Written = {
  goals: (
    [
      ['p-leon', 'p-leon'],
      ['p-leon', 'p-seidel'],
      ['p-sandra', 'p-leon'],
      [null, 'p-seidel'],
      ['p-thomas', null],
    ] as const
  ).map(([voice, writer]) => ({ voice, writer, hasAgreed: true })),
  texts: [{ section: 'sicht_kind', voice: 'p-leon', lines: 1 }],
};

export const OWN = (at: number): string => `Eigenes ${at} Wort`;
export const LINE = (at: number, line: number): string => `Text ${at} Satz ${line} steht hier.`;

export interface Table {
  doc: Y.Doc;
  plan: Plan;
  content: ProtocolContent;
}

/** The plan of such a table, and the version that is frozen of it. */
export function tableOf({ goals, texts }: Written): Table {
  const seeds = goals.map(
    ({ voice, writer, hasAgreed }, at): GoalSeed => ({
      id: `g${at}`,
      voice,
      writer,
      textOwn: OWN(at),
      textAgreed: hasAgreed ? `Gemeinsam ${at}` : '',
      children: [],
    }),
  );
  const doc = docFrom({ ...EMPTY_SEED, goals: [{ id: 'd', textAgreed: 'Richtung', children: seeds }] });
  texts.forEach(({ section, voice, lines }, at) => {
    const said = Array.from({ length: lines }, (_, line) => LINE(at, line)).join('\n');
    addText(doc, section, { id: `t${at}`, voice, words: said }, ORIGIN.text);
  });
  const plan = readPlan(doc);
  return { doc, plan, content: buildProtocol({ plan, record }) };
}

const child = PERSONS.find(({ id }) => id === 'p-leon');

/** Markup of a part of the table, while the plan is open. */
export function atTable({ doc, plan }: Table, part: ReactNode): string {
  const session = {
    plan: { doc: createStore(doc), wire: createStore(null) },
    others: createStore(new Map()),
  } as unknown as MeetingSession;
  const view = {
    kind: 'table',
    persons: PERSONS,
    participants: [{ participationId: 'p', role: 'junger_mensch', person: child, present: 'room' }],
    me: { person: null },
    meeting: { childName: 'Leon' },
  } as unknown as MeetingView;
  const planned = createElement(PlanContext, { value: createStore(plan) }, part);
  const seen = createElement(ViewContext, { value: view }, planned);
  return inGerman(createElement(SessionContext, { value: session }, seen));
}
