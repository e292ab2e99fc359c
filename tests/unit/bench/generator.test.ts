import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { cursorFrame, typingPlaces, typingUpdate } from '../../bench/generator/edits.ts';
import { Histogram } from '../../bench/generator/histogram.ts';
import { writeParagraphs } from '../../bench/generator/paragraphs.ts';
import { position, readRanges, readStates, varUint } from '../../bench/generator/read.ts';
import { RoomTally, Tally } from '../../bench/generator/tally.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';

const FIRST_ID = 1_200_000_000;
const EDITS = 170;

function plan(): Y.Doc {
  const doc = planDoc();
  Y.applyUpdate(doc, seedPlan({ ...EMPTY_SEED, texts: { anlass: ['Darum'] } }));
  addGoal(doc, null, { id: 'goal-1', textAgreed: 'Pünktlich sein – jeden Tag 🌱' }, ORIGIN.seed);
  return doc;
}

/** What the guard says of an edit of the generator. */
function verdict(doc: Y.Doc, update: Uint8Array): string {
  const { kind } = judge(update, {
    doc,
    participationId: 'seat',
    writer: { personId: 'person-seat', leads: true },
    ownerOf: (client) => (client >= FIRST_ID ? 'seat' : undefined),
    writable: new Set(PLAN_PARTS),
    open: true,
    room: 'free',
    limits: PLAN_RULES.limits,
  });
  return kind;
}

/** Ranges of an update by client, as clocks in a row. */
function clocksIn(update: Uint8Array): Map<number, number[]> {
  const found = new Map<number, number[]>();
  readRanges(update, 0, (client, clock, length) => {
    const clocks = found.get(client) ?? [];
    found.set(client, [...clocks, ...Array.from({ length }, (_, index) => clock + index)]);
  });
  return found;
}

const upTo = (end: number): number[] => Array.from({ length: end }, (_, clock) => clock);

describe('edits of the load', () => {
  it('pass the guard, are typed into the goal and never let it grow without end', () => {
    const doc = plan();
    const [place] = typingPlaces(Y.encodeStateAsUpdate(doc));
    expect(place).toBeDefined();
    for (let clock = 0; place && clock < EDITS; clock++) {
      const update = typingUpdate(FIRST_ID, clock, place);
      expect(verdict(doc, update)).toBe('pass');
      Y.applyUpdate(doc, update);
    }
    const text = (doc.getMap('goals').get('goal-1') as Y.Map<Y.Text>).get('textAgreed')?.toString() ?? '';
    expect(text).toMatch(/^Pünktlich sein – jeden Tag 🌱/);
    expect(text.length).toBeLessThan(29 + 60);
    expect(Y.getState(doc.store, FIRST_ID)).toBe(EDITS);
  });

  it('are counted once each, one by one, merged, and as one transaction of a server', () => {
    const doc = plan();
    const [place = { client: 0, clock: 0 }] = typingPlaces(Y.encodeStateAsUpdate(doc));
    const updates = [FIRST_ID, FIRST_ID + 1].flatMap((client) =>
      upTo(EDITS).map((clock) => typingUpdate(client, clock, place)),
    );
    let emitted = new Uint8Array();
    doc.on('update', (update: Uint8Array) => {
      emitted = new Uint8Array(update);
    });
    doc.transact(() => {
      for (const update of updates) {
        Y.applyUpdate(doc, update);
      }
    });
    expect(updates.flatMap((update) => clocksIn(update).get(FIRST_ID + 1) ?? [])).toEqual(upTo(EDITS));
    for (const whole of [Y.mergeUpdates(updates), emitted]) {
      expect(clocksIn(whole).get(FIRST_ID)).toEqual(upTo(EDITS));
      expect(clocksIn(whole).get(FIRST_ID + 1)).toEqual(upTo(EDITS));
    }
  });

  it('are counted in whole documents as Yjs counts them, whatever else those hold', () => {
    const doc = plan();
    for (const { bytes } of writeParagraphs(FIRST_ID, 2, 20, 150)) {
      expect(verdict(doc, bytes)).toBe('pass');
      Y.applyUpdate(doc, bytes);
    }
    const clocks = clocksIn(Y.encodeStateAsUpdate(doc));
    expect(clocks.get(FIRST_ID)).toEqual(upTo(Y.getState(doc.store, FIRST_ID)));
    expect(clocks.get(FIRST_ID)?.length).toBe(20 * 154);
  });

  it('are counted in characters, not in bytes', () => {
    const doc = new Y.Doc();
    doc.clientID = FIRST_ID;
    doc.getText('text').insert(0, 'für Łukasz 🌱 – „ja“');
    expect(clocksIn(Y.encodeStateAsUpdate(doc)).get(FIRST_ID)).toEqual(upTo(doc.getText('text').length));
  });

  it('reads whose cursor a frame brings', () => {
    const frame = cursorFrame(FIRST_ID, 7, 3, true);
    expect(varUint(frame, 0)).toBe(1);
    varUint(frame, position());
    const seen: unknown[] = [];
    readStates(frame, position(), (client, clock, from, to) => {
      seen.push(client, clock, JSON.parse(Buffer.from(frame.subarray(from, to)).toString()).user.hue);
    });
    expect(seen).toEqual([FIRST_ID, 7, 3]);
  });
});

describe('the count of a room', () => {
  /** Three people; the first has sent ten edits at time 0. */
  function room(): { all: Tally; room: RoomTally } {
    const all = new Tally();
    const room = new RoomTally(all, FIRST_ID, 3);
    room.sent(0, 10, 0);
    return { all, room };
  }

  it('adds up when everybody else has got every edit once', () => {
    const { all, room: tally } = room();
    for (const receiver of [0, 1, 2]) {
      tally.edits(receiver, FIRST_ID, 0, 4, 5);
      tally.edits(receiver, FIRST_ID, 4, 6, 5);
    }
    expect(tally.missing(3)).toBe(0);
    expect(all.counts.editDeliveries).toBe(20);
    expect([tally.doubled, tally.disordered, tally.echoed[0]]).toEqual([0, 0, 10]);
    expect(all.delivery.quantile(0.5)).toBeCloseTo(5.1);
  });

  it('tells what is missing, doubled or left out', () => {
    const { all, room: tally } = room();
    tally.edits(1, FIRST_ID, 0, 7, 1);
    tally.edits(1, FIRST_ID, 5, 3, 1);
    tally.edits(2, FIRST_ID, 3, 2, 1);
    expect(tally.doubled).toBe(2);
    expect(tally.disordered).toBe(3);
    expect(tally.missing(3)).toBe(2 + 5);
    expect(all.counts.editDeliveries).toBe(8 + 2);
  });

  it('counts a cursor once, however often the same state comes', () => {
    const { all, room: tally } = room();
    for (const clock of [1, 1, 2]) {
      tally.cursor(1, FIRST_ID, clock, clock === 2);
    }
    tally.cursor(0, FIRST_ID, 9, true);
    expect(all.counts.cursorDeliveries).toBe(2);
    expect(tally.lackingLastCursor(3)).toBe(5);
  });
});

describe('times', () => {
  it('are counted in steps that do not hide anything', () => {
    const times = new Histogram();
    expect(times.quantile(0.5)).toBeNull();
    for (let ms = 1; ms <= 1000; ms++) {
      times.add(ms);
    }
    expect(times.quantile(0.05)).toBeCloseTo(50.1);
    expect(times.quantile(0.5)).toBe(510);
    expect(times.quantile(0.99)).toBe(1000);
  });
});
