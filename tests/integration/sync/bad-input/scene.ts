import type * as Y from 'yjs';
import type { judge } from '#server/sync/guard/guard.ts';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import type { TestDatabase } from '../../../helpers/database.ts';
import { rawUpdate } from '../../../helpers/evil-updates.ts';
import { PLAN_RULES } from '../../../helpers/plan-doc.ts';
import type { RawClient } from '../../../helpers/raw-client.ts';
import { plantMeeting } from '../../../helpers/sync-database.ts';
import {
  connectClient,
  openSyncServer,
  participant,
  type SyncClient,
  type SyncServer,
  saved,
  until,
} from '../../../helpers/sync-server.ts';

/** What the rows choose by. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
/** Machines differ: bounds of time are five times what the row asks for. */
export const GENEROUS = 5;

/** What a row is tried against: a meeting with an honest facilitator, and a bad client beside her. */
export interface Scene {
  server: SyncServer;
  database: TestDatabase;
  plan: string;
  anna: SyncClient;
  /** A raw client of the youth, of somebody who only reads, or of another place. */
  evil(role?: 'youth' | 'reader'): Promise<RawClient>;
  /** The id of Anna's goal's sentence. */
  sentence(): Y.ID;
}

/** A row of the table: what comes in, what has to happen, and the rule. */
export interface Row {
  row: string;
  rule: string;
  input: string;
  expected: string;
  run(scene: Scene): Promise<void>;
}

/** The client id under which a raw client writes. */
export const EVIL_CLIENT = 4_711;
/** The first structs under it. */
export const evilStructs = (...structs: Parameters<typeof rawUpdate>[0][number]['structs']): Uint8Array =>
  rawUpdate([{ client: EVIL_CLIENT, clock: 0, structs }]);

/** The guard's view of the youth, at a document that is open. */
export function guardContext(doc: Y.Doc): Parameters<typeof judge>[1] {
  return {
    doc,
    participationId: 'youth',
    writer: { personId: 'person-youth', leads: false },
    ownerOf: () => undefined,
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
  };
}

/** Makes a meeting with its plan. */
export async function plant({ sql }: TestDatabase, plan: string): Promise<void> {
  await plantMeeting(sql, plan, ['anna', 'ben', 'youth', 'reader']);
  await sql.begin((tx) =>
    insertDocument(tx, { id: plan, kind: 'plan', meetingId: plan, seed: seedPlan(EMPTY_SEED) }),
  );
}

/** A server for one meeting, with the two who are not at the table. */
export function open(
  { sql }: TestDatabase,
  plan: string,
  limits: Parameters<typeof openSyncServer>[0]['limits'] = {},
): Promise<SyncServer> {
  return openSyncServer({ store: createPgStore(sql), facts: createPgFacts(sql), limits }, [
    participant(`${plan}-youth`, 'junger_mensch'),
    participant(`${plan}-reader`, 'dolmetscher'),
  ]);
}

/** Somebody who has the plan. */
export async function joined(server: SyncServer, plan: string, name: string): Promise<SyncClient> {
  const client = connectClient(server.urlOf(`${plan}-${name}`), plan);
  await until(() => client.provider.synced, 'the plan is there');
  await saved(client);
  return client;
}

/** Anna's goal. */
export function goalOf(client: SyncClient): Y.Map<unknown> {
  return client.doc.getMap<Y.Map<unknown>>('goals').get('g') as Y.Map<unknown>;
}

/** Writes its sentence anew. */
export function write(client: SyncClient, text: string): void {
  setGoalText(client.doc, 'g', 'textOwn', text, ORIGIN.text);
}

/** What the goals say that somebody sees. */
export function sentences({ doc }: SyncClient): string[] {
  return readGoals(doc).map(({ sentence }) => sentence);
}
