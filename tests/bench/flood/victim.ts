import * as Y from 'yjs';
import type { MadeRoom } from '#shared/api/answers.ts';
import { addGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { connectClient, saved } from '../../helpers/sync-server.ts';
import { Histogram } from '../generator/histogram.ts';
import { pause } from '../generator/waiting.ts';

/** Somebody at another meeting, who writes and sees how long it takes until it is kept. */
export interface Victim {
  /** Forgets what was measured. */
  forget(): void;
  /** What was measured since; however short that was, at least one edit and one look at `/health`. */
  take(): Promise<Measured>;
  leave(): Promise<void>;
}

/** Milliseconds. */
export interface Measured {
  acks: number;
  ackP50: number;
  ackP99: number;
  healthMax: number;
}

const EDIT_EVERY_MS = 25;
const HEALTH_EVERY_MS = 50;
const LOST_MS = 30_000;

/** Sits down at a place and begins to measure. */
export async function sit(url: string, { planId, places }: MadeRoom): Promise<Victim> {
  const [place] = places;
  const at = `${url.replace('http', 'ws')}/sync/${place?.participationId}`;
  const client = connectClient(at, planId, new Y.Doc(), { origin: url, cookie: place?.cookie ?? '' });
  await saved(client);
  const [acks, health] = [new Histogram(), new Histogram()];
  const goal = addGoal(client.doc, null, {}, ORIGIN.list);
  let isOver = false;
  let edits = 0;
  const write = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      setGoalText(client.doc, 'id' in goal ? goal.id : '', 'textOwn', `Satz ${edits++}`, ORIGIN.text);
      while (client.acked() < client.sent() && performance.now() - began < LOST_MS) {
        await pause(1);
      }
      acks.add(performance.now() - began);
      await pause(EDIT_EVERY_MS);
    }
  };
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await fetch(`${url}/health`).then(
        (answer) => answer.text(),
        () => undefined,
      );
      health.add(performance.now() - began);
      await pause(HEALTH_EVERY_MS);
    }
  };
  const work = Promise.all([write(), watch()]);
  return {
    forget() {
      acks.clear();
      health.clear();
    },
    async take() {
      const since = performance.now();
      while (Math.min(acks.count, health.count) === 0 && performance.now() - since < LOST_MS) {
        await pause(1);
      }
      return {
        acks: acks.count,
        ackP50: acks.quantile(0.5) ?? LOST_MS,
        ackP99: acks.quantile(0.99) ?? LOST_MS,
        healthMax: health.quantile(1) ?? LOST_MS,
      };
    },
    async leave() {
      isOver = true;
      await work;
      client.destroy();
    },
  };
}
