import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SYNC_LIMITS } from '#server/sync/limits.ts';
import { NO_METER } from '#server/sync/meter.ts';
import { SendBuffer } from '#server/sync/wire/send-buffer.ts';
import { websocketFrames } from '#server/sync/wire/websocket-frames.ts';
import { handTimers, settle } from '../../helpers/hand-timers.ts';

const FRAME = Uint8Array.of(0, 2, 1);

/** An outbox over a socket and a line that note what happens to them, in order. */
function open(bufferedAmount = 0, readyState = 1) {
  const did: string[] = [];
  const socket = {
    bufferedAmount,
    readyState,
    OPEN: 1,
    send: (frame: Uint8Array) => did.push(`send ${frame.length}`),
  };
  const line = {
    writableLength: 0,
    write: (bytes: Uint8Array) => did.push(`write ${[...bytes].join(' ')}`),
  };
  const sent: [number, number][] = [];
  const meter = { ...NO_METER, sent: (frames: number, bytes: number) => sent.push([frames, bytes]) };
  const tools = { limits: SYNC_LIMITS, timers: handTimers(), meter };
  return { out: new SendBuffer(socket as never, line as never, tools), did, sent };
}

describe('outbox', () => {
  it('[SY17] frames of one turn leave in order and in one write, after the turn', async () => {
    const { out, did, sent } = open();
    out.send(FRAME);
    out.send(Uint8Array.of(1));
    out.acknowledge(3, 7);
    expect(did).toEqual([]);
    await settle();
    expect(did).toEqual(['write 130 3 0 2 1 130 1 1 130 3 100 3 7']);
    expect(sent).toEqual([[3, 7]]);
  });

  it('[SY17] large frames are not copied, and nothing is written under a socket that closes', async () => {
    const large = open();
    large.out.send(new Uint8Array(40_000));
    large.out.send(FRAME);
    const closing = open(0, 2);
    closing.out.send(FRAME);
    await settle();
    expect(large.did).toEqual(['send 40000', 'send 3']);
    expect(closing.did).toEqual(['send 3']);
  });

  it('[SY17] closing sends what was decided before, and nothing after', async () => {
    const { out, did } = open();
    out.send(FRAME);
    out.close();
    expect(did).toHaveLength(1);
    expect(out.send(FRAME)).toBe(false);
    await settle();
    expect(did).toHaveLength(1);
  });

  it('[SY17] frames of every length are read by a stock client, between those of the library', async () => {
    const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000];
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
    server.on('connection', (socket, request) => {
      socket.send(new Uint8Array(3));
      request.socket.write(websocketFrames(lengths.map((length) => new Uint8Array(length).fill(7))));
      socket.send(new Uint8Array(5));
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const received: number[] = [];
    await new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('message', (data: Buffer) => received.push(data.length) === lengths.length + 2 && resolve());
    });
    client.terminate();
    server.close();
    expect(received).toEqual([3, ...lengths, 5]);
  });

  it('[SY11] what has not left yet counts as on the way', () => {
    const { out } = open(SYNC_LIMITS.bufferedPauseBytes - 2);
    const vector = Uint8Array.of(1);
    out.pauseIfSlow({ vector: () => vector });
    expect(out.pausedAt).toBe(null);
    out.send(FRAME);
    out.pauseIfSlow({ vector: () => vector });
    expect(out.pausedAt).toBe(vector);
    expect(out.send(FRAME)).toBe(false);
  });
});
