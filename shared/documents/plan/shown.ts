import type * as Y from 'yjs';
import type { CardKind } from '../own/cards.ts';
import { readRemoval, readString, readText } from './records.ts';
import { type PlanRecord, partMap } from './roots.ts';

/** A record of the plan that came from somebody's private cards. */
interface ShownCard {
  id: string;
  kind: CardKind;
  text: string;
}

/** Who showed a record, as the server stamped it. */
const SHOWN_BY = 'shownBy';

/** What a person has shown and what still lies on the table. */
export function readShown(doc: Y.Doc, personId: string): ShownCard[] {
  const from = (part: 'goals' | 'resources', read: (id: string, record: PlanRecord) => ShownCard) =>
    [...partMap(doc, part)]
      .filter(([, record]) => readString(record, SHOWN_BY) === personId && readRemoval(record) === null)
      .map(([id, record]) => read(id, record));
  return [
    ...from('goals', (id, record) => ({
      id,
      kind: 'ziel',
      text: readText(record, 'textAgreed') || readText(record, 'textOwn'),
    })),
    ...from('resources', (id, record) => ({ id, kind: 'staerke', text: readText(record, 'title') })),
  ];
}
