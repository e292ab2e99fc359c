import type { Check } from '../generator/check.ts';
import type { Mark } from '../generator/typing.ts';
import type { SteadyLoad, Timing } from '../loads.ts';
import type { AnyServer } from '../servers/roster.ts';
import { type Figures, problemsOf } from './figures.ts';
import { profiled } from './profile.ts';
import { openSession, type Session } from './session.ts';

const COMMITS_ALONE_MS = 1_000;
const ARRIVES_WITHIN_MS = 20_000;
/** A generator that is busier than this, while the server is not, is what is measured. */
const TOO_BUSY = 0.9;
/** Less than this share of what was to be sent makes it another load. */
const SENT_ENOUGH = 0.98;

/** Cores that other work on this machine may take before the figures are another machine's. */
const QUIET_BELOW = 0.25;

/** What a measurement brings. */
export interface Outcome {
  figures: Figures;
  problems: string[];
}

/** Everybody edits and moves at an even rate; the server is measured after a warm-up. */
export async function measureSteady(
  name: AnyServer,
  load: SteadyLoad,
  timing: Timing,
  profileFile: string | null,
): Promise<Outcome> {
  const session = await openSession({ name, limits: {}, rooms: load.rooms, people: load.people });
  try {
    await session.open(load.people);
    const commit = await session.postgres?.commitFor(COMMITS_ALONE_MS);
    await session.generator.ask('start', { edits: load.edits, cursors: load.cursors });
    await pause(timing.warmUpMs);
    const window = await profiled(session.server.child, profileFile, () =>
      measureWindow(session, load, timing),
    );
    const check = await session.generator.ask<Check>('stop', { withinMs: ARRIVES_WITHIN_MS, cursors: true });
    const { rss, pss, heap } = await session.memory();
    return {
      figures: { ...window.figures, commitAloneP50: commit?.p50 ?? null, rss, pss, heap },
      problems: [...problemsOf(check), ...problemsOfLoad(window.mark, load, window.figures)],
    };
  } finally {
    await session.close();
  }
}

async function measureWindow(
  session: Session,
  load: SteadyLoad,
  timing: Timing,
): Promise<{ figures: Figures; mark: Mark }> {
  await session.postgres?.begin();
  await session.generator.ask('mark');
  const cpuBefore = session.cpu();
  const othersBefore = session.others();
  await pause(timing.windowMs);
  const mark = await session.generator.ask<Mark>('mark');
  const cpu = session.cpu() - cpuBefore;
  const others = session.others() - othersBefore;
  const postgres = await session.postgres?.end();
  const othersShare = (others - (postgres?.cpuMs ?? 0)) / mark.ms;
  return { mark, figures: { ...figuresOf(mark, load, cpu, postgres ?? null), othersShare } };
}

function figuresOf(
  mark: Mark,
  load: SteadyLoad,
  cpu: number,
  postgres: Awaited<ReturnType<NonNullable<Session['postgres']>['end']>> | null,
): Figures {
  const deliveries = mark.editDeliveries + mark.cursorDeliveries;
  const perDelivery = (ms: number): number | null => (deliveries > 0 ? (ms * 1000) / deliveries : null);
  const perSecond = (count: number): number => (count * 1000) / mark.ms;
  return {
    cpuUs: perDelivery(cpu),
    cpuShare: cpu / mark.ms,
    cpuUsWithPostgres: perDelivery(cpu + (postgres?.cpuMs ?? 0)),
    postgresShare: postgres?.cpuMs == null ? null : postgres.cpuMs / mark.ms,
    deliveriesPerS: perSecond(deliveries),
    editDeliveriesPerS: perSecond(mark.editDeliveries),
    cursorDeliveriesPerS: perSecond(mark.cursorDeliveries),
    // Of a cursor only the newest place counts: a server may leave out what is replaced before it is sent.
    cursorShare: mark.cursorDeliveries / (mark.cursorsSent * (load.people - 1)),
    framesPerS: perSecond(mark.frames),
    bytesPerS: perSecond(mark.bytes),
    deliveryP50: mark.deliveryP50,
    deliveryP99: mark.deliveryP99,
    ackP50: mark.ackP50,
    ackP99: mark.ackP99,
    commitP50: postgres?.commit.p50 ?? null,
    commitP99: postgres?.commit.p99 ?? null,
    generatorBusy: mark.busy,
    generatorLateP99: mark.lateP99,
  };
}

function problemsOfLoad(mark: Mark, load: SteadyLoad, figures: Figures): string[] {
  const people = load.rooms * load.people;
  const sent = mark.editsSent / ((people * load.edits * mark.ms) / 1000);
  const problems: string[] = [];
  if (mark.editDeliveries === 0) {
    problems.push('nothing was delivered in the measured time');
  }
  if (sent < SENT_ENOUGH) {
    problems.push(`the generator sent only ${Math.round(sent * 100)} % of the load`);
  }
  if (mark.busy > TOO_BUSY && (figures['cpuShare'] ?? 0) < TOO_BUSY) {
    problems.push(`the generator was busy ${Math.round(mark.busy * 100)} % of the time`);
  }
  const others = figures['othersShare'] ?? 0;
  if (others > QUIET_BELOW) {
    problems.push(`other work took ${others.toFixed(1)} cores of this machine meanwhile`);
  }
  return problems;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
