import { createCalendar } from '#server/example/calendar.ts';
import { ANCHOR_DAY } from '#server/example/example-case.ts';
import { createIds, firstPlan } from '#server/example/plans.ts';
import type { Child } from '../servers/child.ts';
import type { BenchRoom } from '../servers/rooms.ts';
import {
  type AnyServer,
  type RaisedLimits,
  type RunningServer,
  startGenerator,
  startServer,
} from '../servers/roster.ts';
import { PostgresWatch } from './postgres.ts';
import { cpuMs, machineMs, memoryMb } from './process.ts';

const OPEN_WITHIN_MS = 300_000;
const FIRST_ID = 1_200_000_000;

/** One server and one generator that know each other. */
export interface Session {
  server: RunningServer;
  generator: Child;
  /** Null where the server stores nothing. */
  postgres: PostgresWatch | null;
  rooms: BenchRoom[];
  /** User and system time of the server process up to now, in ms. */
  cpu(): number;
  /** The same for everything on this machine that is not part of the measurement. */
  others(): number;
  /** Lets the first `seats` people into each room. */
  open(seats: number): Promise<void>;
  /** Memory of the server after a forced collection. */
  memory(): Promise<MemoryFigures>;
  close(): Promise<void>;
}

/** In MB. */
export interface MemoryFigures {
  rss: number;
  pss: number;
  /** What is in use: JavaScript objects and the bytes that they hold. */
  heap: number;
}

/** What a session is made of. */
export interface SessionOrder {
  name: AnyServer;
  limits: RaisedLimits;
  rooms: number;
  people: number;
}

/** What is open and how to end it. */
const open = new Set<() => Promise<void>>();

/** Ends all sessions, for somebody who does not want to wait. */
export async function closeSessions(): Promise<void> {
  await Promise.allSettled([...open].map((close) => close()));
}

/** Starts server and generator. Whatever fails, both are ended. */
export async function openSession(order: SessionOrder): Promise<Session> {
  const server = await startServer(order.name, order.limits);
  let generator: Child | null = null;
  let postgres: PostgresWatch | null = null;
  const close = async (): Promise<void> => {
    open.delete(close);
    await generator?.end();
    await postgres?.close();
    await server.close();
  };
  open.add(close);
  try {
    const wish = { meetings: order.rooms, participants: order.people, content: planOfExample() };
    const rooms = await server.child.ask<BenchRoom[]>('rooms', wish, OPEN_WITHIN_MS);
    generator = await startGenerator();
    postgres = server.databaseUrl === null ? null : await PostgresWatch.open(server.databaseUrl);
    return sessionOf(server, generator, postgres, rooms, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function sessionOf(
  server: RunningServer,
  generator: Child,
  postgres: PostgresWatch | null,
  rooms: BenchRoom[],
  close: () => Promise<void>,
): Session {
  const { child, dialect, proof } = server;
  return {
    ...{ server, generator, postgres, rooms, close },
    cpu: () => cpuMs(child.pid),
    others: () => machineMs() - cpuMs(child.pid) - cpuMs(generator.pid) - cpuMs(process.pid),
    open: (seats) =>
      generator.ask('open', { rooms, dialect, proof, firstId: FIRST_ID, seats }, OPEN_WITHIN_MS),
    async memory() {
      const { heapUsed, external } = await child.ask<NodeJS.MemoryUsage>('memory');
      return { ...memoryMb(child.pid), heap: (heapUsed + external) / 1_048_576 };
    },
  };
}

/** The plan of the example, with which every room of every server begins. */
function planOfExample(): string {
  const today = new Date().toISOString().slice(0, 10);
  return Buffer.from(firstPlan(createCalendar(ANCHOR_DAY, today), createIds()).content).toString('base64');
}
