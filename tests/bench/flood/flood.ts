import { fileURLToPath } from 'node:url';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import type { OpenRoute } from '#server/http/allow.ts';
import type { MadeRoom } from '#shared/api/answers.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { secondContent } from '../../unit/protocol/leon.ts';
import { pause } from '../generator/waiting.ts';
import { memoryMb } from '../measure/process.ts';
import { type Child, startChild } from '../servers/child.ts';
import { type RunningServer, startServer } from '../servers/roster.ts';
import type { Answers, Attack } from './attacker.ts';
import { type Aim, type Plan, plansOf } from './targets.ts';
import { type Measured, sit, type Victim } from './victim.ts';

/** What another meeting felt while one thing was flooded. */
export interface Flooded extends Measured {
  name: string;
  answers: Answers;
  /** Memory of the server afterwards. */
  memoryMb: number;
}

/** Everything that was flooded, and what the server holds before and afterwards when nobody needs anything any more. */
export interface Floods {
  rows: Flooded[];
  heldMb: { before: number; after: number };
}

/** Another meeting is to feel no more than this of whoever floods. */
export const AIMS = { ackP99: 250, healthMax: 2_000 } as const;

export interface FloodOrder {
  /** How long each thing is flooded, and how long is waited before the next. */
  forMs: number;
  restMs: number;
  /** Characters of the large version. */
  versionChars: number;
  /** Only what has this in its name. */
  only?: string;
}

/**
 * One admitted participant, who leads a meeting, asks for one thing after the other as often as they
 * can, each in a meeting of its own, while somebody at another meeting writes.
 */
export async function flood(order: FloodOrder, tell: (row: Flooded) => void): Promise<Floods> {
  const server = await startServer('planrunde', {});
  const attacker = await startChild({ file: fileURLToPath(new URL('attacker.ts', import.meta.url)) });
  const sql = connect(server.databaseUrl ?? '', 1);
  let victim: Victim | null = null;
  try {
    const { url, routes } = await server.child.ask<{ url: string; routes: OpenRoute[] }>('routes');
    const plans = plansOf(routes).filter(({ name }, at) => at === 0 || name.includes(order.only ?? ''));
    const [quiet, ...rooms] = await server.child.ask<MadeRoom[]>('whole', { meetings: plans.length + 1 });
    const aims = await aimsOf(sql, plans, rooms, order);
    victim = await sit(url, quiet as MadeRoom);
    await pause(order.restMs);
    const rows: Flooded[] = [];
    const before = await heldMb(server);
    for (const [index, plan] of plans.entries()) {
      const row = await floodOne({ server, attacker, victim, order, url }, plan, aims[index] as Aim);
      rows.push(row);
      tell(row);
    }
    return { rows, heldMb: { before, after: await heldMb(server) } };
  } finally {
    await victim?.leave();
    await sql.end({ timeout: 5 });
    await attacker.end();
    await server.close();
  }
}

async function heldMb({ child }: RunningServer): Promise<number> {
  const { heapUsed, external } = await child.ask<NodeJS.MemoryUsage>('memory');
  return (heapUsed + external) / 1_048_576;
}

interface Field {
  server: RunningServer;
  attacker: Child;
  victim: Victim;
  order: FloodOrder;
  url: string;
}

async function floodOne(field: Field, { name, targetFor }: Plan, aim: Aim): Promise<Flooded> {
  const { server, attacker, victim, order, url } = field;
  const cookie = aim.room.places[0]?.cookie ?? '';
  victim.forget();
  const attack: Attack = { url, cookie, target: targetFor(aim), forMs: order.forMs };
  const answers = await attacker.ask<Answers>('attack', attack);
  const measured = await victim.take();
  await pause(order.restMs);
  return { name, answers, ...measured, memoryMb: memoryMb(server.child.pid).pss };
}

/** Each meeting with what a path may name: somebody's device, and where it is asked for a large version. */
async function aimsOf(
  sql: Sql,
  plans: readonly Plan[],
  rooms: readonly MadeRoom[],
  { versionChars }: FloodOrder,
): Promise<Aim[]> {
  const agreements = Array.from({ length: Math.ceil(versionChars / 90_000) }, (_, n) =>
    `${n} Wort `.repeat(11_000),
  );
  const content = canonicalBytes({ ...secondContent(), agreements });
  const sha256 = contentHash(content);
  const aims: Aim[] = [];
  for (const [index, room] of rooms.entries()) {
    const other = room.places[1]?.participationId ?? '';
    const [device] = await sql<{ id: string; personId: string }[]>`
      select d.id, p.person_id as "personId" from device d join participation p on p.id = d.participation_id
      where p.id = ${other}`;
    const versionId = `version-${index}`;
    if (plans[index]?.wantsVersion) {
      await sql`insert into protocol_version (id, meeting_id, number, code, content, sha256, frozen_at)
        values (${versionId}, ${room.meetingId}, '1.0', 'AA-AAA', ${Buffer.from(content)}, ${sha256}, now())`;
      await sql`update document set state = 'frozen' where id = ${room.planId}`;
    }
    aims.push({ room, versionId, sha256, deviceId: device?.id ?? '', personId: device?.personId ?? '' });
  }
  return aims;
}
