import * as Y from 'yjs';
import { LIMITS } from '../../wire/limits.ts';
import type { DocumentKind } from '../kind.ts';
import { readRemoval } from '../plan/records.ts';
import { CARDS, cardMap, type OwnCard, readCards } from './cards.ts';

/** Everything in an `own` document, as plain data. */
export interface Own {
  cards: OwnCard[];
}

/** Cards and sentences that only their owner receives, until they show them. */
export const ownKind: DocumentKind<Own> = {
  name: 'own',
  schemaVersion: 1,
  roots: {
    [CARDS]: {
      holds: 'records',
      fixed: ['shown'],
      fields: { kind: 'value', text: 'text', to: 'value', order: 'value', removed: 'removal' },
      countedOnTable: true,
    },
  },
  limits: {
    documentBytes: 524_288,
    documentStructs: 10_000,
    paperChars: 524_288,
    recordsOnTable: 100,
    recordsPerPart: 400,
    fieldsPerRecord: 10,
    fieldChars: LIMITS.fieldChars,
    valueChars: 1_000,
    // Nobody else writes there.
    shareOfOne: 1,
    clientsPerParticipation: 500,
  },
  quota: 'own',
  presence: false,
  read: (doc) => ({ cards: readCards(doc) }),
  renew: freshCopy,
  // Notes of one's own are also for who only reads the plan; the shared screen is nobody.
  writable: (role) => (role === 'bildschirm' ? [] : [CARDS]),
};

function freshCopy(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc({ gc: true });
  fresh.transact(() => {
    for (const [id, record] of cardMap(doc)) {
      if (!readRemoval(record)) {
        cardMap(fresh).set(id, record.clone());
      }
    }
  });
  return fresh;
}
