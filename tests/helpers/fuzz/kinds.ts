import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { compileKind, type KindRules } from '#server/sync/kinds.ts';
import { addCard, cardMap } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { recordOf as makeRecord, ORIGIN, textOf } from '#shared/documents/plan/records.ts';
import { partMap } from '#shared/documents/plan/roots.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { ownUndo, planUndo } from '../../../client/session/undo/undo-rules.ts';
import type { UndoRules } from '../../../client/session/undo/undo-steps.ts';
import { recordOf } from '../../unit/protocol/leon.ts';
import { PLAN_RULES } from '../plan-doc.ts';
import { FORBIDDEN, OPERATIONS, type Operation } from './operations.ts';
import { OWN_FORBIDDEN, OWN_OPERATIONS } from './own-operations.ts';

/** A kind of document as a run needs it. */
export interface FuzzKind {
  rules: KindRules;
  /** Something in each root, also what nobody may write. */
  seed(): Uint8Array;
  /** Whether everybody at the table has it; otherwise all devices are one person's. */
  isShared: boolean;
  /** Whether whoever leads can freeze it. */
  freezes: boolean;
  operations: readonly Operation[];
  /** Each makes exactly one update that the guard must refuse. */
  forbidden: readonly Operation[];
  /** Undoing as somebody. */
  undo(by: string): UndoRules;
  /** All that it says, in a form in which equal content gives equal text. */
  canonicalOf(doc: Y.Doc): string;
  /** Whether what nobody may write is as it was seeded. */
  isUntouched(doc: Y.Doc): boolean;
}

/** What an older document holds where nobody reads; a freeze drops it. */
const PEOPLE = { oma: { name: 'Oma', x: 1 } };
/** What the last version said of a goal. */
const BEFORE = { number: '1', text: 'Schule schaffen' };

const PLAN: FuzzKind = {
  rules: PLAN_RULES,
  seed: planSeed,
  isShared: true,
  freezes: true,
  operations: OPERATIONS,
  forbidden: FORBIDDEN,
  undo: planUndo,
  /** The plan as a version would hold it. */
  canonicalOf(doc) {
    const record = recordOf(1, '2026-01-01', null);
    const bytes = canonicalBytes(buildProtocol({ plan: readPlan(doc), record }));
    return Buffer.from(bytes).toString('utf8');
  },
  isUntouched(doc) {
    const people = partMap(doc, 'people').toJSON();
    const before = partMap(doc, 'goals').get('first')?.get('before');
    return [PEOPLE, {}].some((held) => isDeepStrictEqual(people, held)) && isDeepStrictEqual(before, BEFORE);
  },
};

const SHOWN = { at: '2026-01-01T00:00:00.000Z' };

const OWN: FuzzKind = {
  rules: compileKind(ownKind),
  seed: ownSeed,
  isShared: false,
  freezes: false,
  operations: OWN_OPERATIONS,
  forbidden: OWN_FORBIDDEN,
  undo: ownUndo,
  canonicalOf(doc) {
    const cards = [...cardMap(doc)].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(cards.map(([id, record]) => [id, Object.entries(record.toJSON()).sort()]));
  },
  isUntouched: (doc) =>
    cardMap(doc).has('first') &&
    cardMap(doc).has('shown') &&
    [...cardMap(doc)].every(([id, record]) =>
      isDeepStrictEqual(record.get('shown'), id === 'shown' ? SHOWN : undefined),
    ),
};

/** The kind of a run: of three seeds in a row one is a document of one person's own. */
export function fuzzKindOf(seed: number): FuzzKind {
  return seed % 3 === 0 ? OWN : PLAN;
}

function planSeed(): Uint8Array {
  return encoded((doc) => {
    Y.applyUpdate(
      doc,
      seedPlan({
        ...EMPTY_SEED,
        leitziel: 'Alle essen zusammen.',
        goals: [
          {
            id: 'first',
            textAgreed: 'Schule schaffen',
            children: [{ id: 'second', textOwn: 'Mathe', children: [] }],
          },
        ],
        resources: [{ id: 'oma', domain: 'sozial', title: 'Oma' }],
        texts: { anlass: ['Es geht um Leon.'] },
      }),
    );
    partMap(doc, 'people').set('oma', makeRecord({ name: textOf('Oma'), x: 1 }));
    partMap(doc, 'goals').get('first')?.set('before', BEFORE);
  });
}

function ownSeed(): Uint8Array {
  return encoded((doc) => {
    addCard(doc, { id: 'shown', kind: 'ziel', text: 'Ich will reiten' }, ORIGIN.seed);
    cardMap(doc).get('shown')?.set('shown', SHOWN);
    addCard(doc, { id: 'first', kind: 'satz', text: 'Es ist laut.' }, ORIGIN.seed);
  });
}

function encoded(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
