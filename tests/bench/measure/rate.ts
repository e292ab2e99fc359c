import type { Check } from '../generator/check.ts';
import type { Mark } from '../generator/typing.ts';
import type { RateLoad, Timing } from '../loads.ts';
import { type AnyServer, RAISED } from '../servers/roster.ts';
import { problemsOf } from './figures.ts';
import { profiled } from './profile.ts';
import { openSession, type Session } from './session.ts';
import { type Outcome, pause } from './steady.ts';

const ARRIVES_WITHIN_MS = 30_000;
const DELIVERED_ENOUGH = 0.95;
/** The search ends when the steps are this close to each other. */
const CLOSE_ENOUGH = 1.08;
const MOST = 200_000;
const TRIES = 3;

/** One try at a rate. */
interface Step {
  rate: number;
  mark: Mark;
  cpuShare: number;
  passed: boolean;
  problems: string[];
}

/**
 * Doubles the rate until it is too much, then halves the distance. What else this machine does may spoil
 * a try, so a rate is too much when it fails several times; that is the same for all servers.
 */
export async function measureRate(
  name: AnyServer,
  load: RateLoad,
  timing: Timing,
  profileFile: string | null,
): Promise<Outcome> {
  const session = await openSession({ name, limits: RAISED, rooms: load.rooms, people: load.people });
  try {
    await session.open(load.people);
    let best: Step | null = null;
    let failed: Step | null = null;
    for (let rate = load.from; rate <= MOST; ) {
      const step = await tryOften(session, load, rate, timing);
      if (step.passed) {
        best = step;
      } else {
        failed = step;
      }
      if (failed && (best === null || failed.rate / best.rate < CLOSE_ENOUGH)) {
        break;
      }
      rate = failed && best ? Math.round(Math.sqrt(failed.rate * best.rate)) : rate * 2;
    }
    if (best && profileFile) {
      const { rate } = best;
      await profiled(session.server.child, profileFile, () => tryOnce(session, load, rate, timing));
    }
    return outcomeOf(best, failed);
  } finally {
    await session.close();
  }
}

async function tryOften(session: Session, load: RateLoad, rate: number, timing: Timing): Promise<Step> {
  let step = await tryOnce(session, load, rate, timing);
  for (let tries = 1; !step.passed && tries < TRIES; tries++) {
    step = await tryOnce(session, load, rate, timing);
  }
  return step;
}

async function tryOnce(session: Session, load: RateLoad, rate: number, timing: Timing): Promise<Step> {
  const { generator } = session;
  await generator.ask('start', { edits: rate / (load.rooms * load.people), cursors: 0 });
  await pause(timing.stepMs / 3);
  await generator.ask('mark');
  const cpuBefore = session.cpu();
  await pause(timing.stepMs);
  const mark = await generator.ask<Mark>('mark');
  const cpuShare = (session.cpu() - cpuBefore) / mark.ms;
  const check = await generator.ask<Check>('stop', { withinMs: ARRIVES_WITHIN_MS, cursors: false });
  const delivered = mark.editDeliveries / ((rate * (load.people - 1) * mark.ms) / 1000);
  const problems = problemsOf(check);
  const passed =
    mark.deliveryP99 !== null &&
    mark.deliveryP99 < load.p99Below &&
    delivered > DELIVERED_ENOUGH &&
    problems.length === 0;
  console.error(
    `    ${rate}/s: p99 ${mark.deliveryP99?.toFixed(1)} ms, delivered ${Math.round(delivered * 100)} %, ` +
      `CPU ${Math.round(cpuShare * 100)} %, generator ${Math.round(mark.busy * 100)} %${passed ? '' : ' — too much'}`,
  );
  return { rate, mark, cpuShare, passed, problems };
}

function outcomeOf(best: Step | null, failed: Step | null): Outcome {
  const problems = [
    ...(best?.problems ?? []),
    ...(failed?.problems ?? []).map((text) => `above it: ${text}`),
  ];
  if (best === null) {
    problems.push('no rate was low enough');
  }
  return {
    figures: {
      editsPerS: best?.rate ?? null,
      deliveryP50: best?.mark.deliveryP50 ?? null,
      deliveryP99: best?.mark.deliveryP99 ?? null,
      ackP50: best?.mark.ackP50 ?? null,
      ackP99: best?.mark.ackP99 ?? null,
      cpuShare: best?.cpuShare ?? null,
      generatorBusy: best?.mark.busy ?? null,
      failedAt: failed?.rate ?? null,
      failedP99: failed?.mark.deliveryP99 ?? null,
    },
    problems,
  };
}
