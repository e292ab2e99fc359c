import { describe, expect, it } from 'vitest';
import { SYNC_LIMITS } from '#server/sync/limits.ts';
import { NO_METER } from '#server/sync/meter.ts';
import { Outbox } from '#server/sync/outbox.ts';
import { handTimers } from '../../helpers/hand-timers.ts';

const FRAME = Uint8Array.of(0, 2, 1);

/** An outbox over a socket and a line that note what happens to them, in order. */
function open(bufferedAmount = 0) {
  const did: string[] = [];
  const socket = { bufferedAmount, send: (frame: Uint8Array) => did.push(`send ${frame[0]}`) };
  const line = { cork: () => did.push('cork'), uncork: () => did.push('uncork') };
  const sent: [number, number][] = [];
  const meter = { ...NO_METER, sent: (frames: number, bytes: number) => sent.push([frames, bytes]) };
  const tools = { limits: SYNC_LIMITS, timers: handTimers(), meter };
  return { out: new Outbox(socket as never, line as never, tools), did, sent };
}

describe('outbox', () => {
  it('[SY17] frames of one turn leave in order and in one write, after the turn', async () => {
    const { out, did, sent } = open();
    out.send(FRAME);
    out.send(Uint8Array.of(1));
    out.acknowledge(3, 7);
    expect(did).toEqual([]);
    await Promise.resolve();
    expect(did).toEqual(['cork', 'send 0', 'send 1', 'send 100', 'uncork']);
    expect(sent).toEqual([[3, 7]]);
    out.send(FRAME);
    await Promise.resolve();
    expect(did.slice(5)).toEqual(['send 0']);
  });

  it('[SY17] closing sends what was decided before, and nothing after', async () => {
    const { out, did } = open();
    out.send(FRAME);
    out.close();
    expect(did).toEqual(['send 0']);
    expect(out.send(FRAME)).toBe(false);
    await Promise.resolve();
    expect(did).toEqual(['send 0']);
  });

  it('[SY11] what has not left yet counts as on the way', () => {
    const { out } = open(SYNC_LIMITS.bufferedPauseBytes - 2);
    expect(out.isSlow()).toBe(false);
    out.send(FRAME);
    expect(out.isSlow()).toBe(true);
  });
});
