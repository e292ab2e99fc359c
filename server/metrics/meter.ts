import { Histogram, type Registry } from '@prometheus-io/client';
import { CLOSE, type CloseName } from '#shared/wire/close.ts';
import { NACK_NAMES, type NackName } from '#shared/wire/messages.ts';
import type { SyncMeter } from '../sync/meter.ts';
import { counter, counterBy } from './families.ts';

/** Upper bounds in seconds, 1 ms to 10 s. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A statement takes 256 rooms at most. */
const GROUP = [1, 2, 4, 8, 16, 32, 64, 128, 256];

const CLOSE_NAMES = Object.keys(CLOSE) as CloseName[];

/** What has happened since the start. Plain numbers, because a frame that goes out must cost nothing here. */
interface Counts {
  received: number;
  receivedBytes: number;
  acknowledged: number;
  rows: number;
  bytes: number;
  commitsFailed: number;
  writes: number;
  frames: number;
  frameBytes: number;
  presence: number;
  paused: number;
  roomsFailed: number;
  refused: Record<NackName, number>;
  closed: Record<CloseName, number>;
  compactions: { done: number; failed: number };
}

/** The sync core's counts, as families of `registry`. */
export function createMeter(registry: Registry): SyncMeter {
  const count = noCounts();
  addCounters(registry, count);
  const histogram = (name: string, help: string, buckets: number[]): Histogram =>
    new Histogram({ name: `planrunde_${name}`, help, buckets, registers: [registry] });
  const ack = histogram('acknowledgement_seconds', 'From an edit’s arrival to its acknowledgement.', SECONDS);
  const commit = histogram('commit_seconds', 'One statement of the log.', SECONDS);
  const group = histogram('commit_rooms', 'Rooms whose edits one statement of the log took.', GROUP);
  return {
    received(bytes) {
      count.received++;
      count.receivedBytes += bytes;
    },
    acknowledged(ms) {
      count.acknowledged++;
      ack.observe(ms / 1000);
    },
    refused: (code) => void count.refused[code]++,
    closed: (name) => void count.closed[name]++,
    committed(rows, bytes, ms) {
      count.rows += rows;
      count.bytes += bytes;
      commit.observe(ms / 1000);
      group.observe(rows);
    },
    commitFailed: () => void count.commitsFailed++,
    sent(frames, bytes) {
      count.writes++;
      count.frames += frames;
      count.frameBytes += bytes;
    },
    presence(frames) {
      count.presence += frames;
    },
    paused: () => void count.paused++,
    compacted: (ok) => void count.compactions[ok ? 'done' : 'failed']++,
    roomFailed: () => void count.roomsFailed++,
  };
}

function addCounters(registry: Registry, count: Counts): void {
  const add = (name: string, help: string, read: () => number): void =>
    counter(registry, `planrunde_${name}_total`, help, read);
  add('edits_received', 'Sync messages with content that came in.', () => count.received);
  add('edit_bytes_received', 'Bytes of the updates in them.', () => count.receivedBytes);
  add('edits_acknowledged', 'Edits that are durable and acknowledged.', () => count.acknowledged);
  add('log_rows_committed', 'Rows that the log took.', () => count.rows);
  add('log_bytes_committed', 'Bytes of the updates in them.', () => count.bytes);
  add('commits_failed', 'Statements of the log that failed.', () => count.commitsFailed);
  add('socket_writes', 'Writes to sync sockets; one carries several frames.', () => count.writes);
  add('frames_sent', 'Frames sent to sync sockets.', () => count.frames);
  add('frame_bytes_sent', 'Bytes of these frames.', () => count.frameBytes);
  add('presence_frames_sent', 'Those of them with news of presence.', () => count.presence);
  add('readers_paused', 'Sockets that read too slowly and were paused.', () => count.paused);
  add('rooms_failed', 'Rooms that could not go on and closed their sockets.', () => count.roomsFailed);
  const by = (name: string, help: string, label: string, values: Record<string, number>): void =>
    counterBy(registry, `planrunde_${name}_total`, help, label, () => values);
  by('edits_refused', 'Edits that were refused.', 'code', count.refused);
  by('sockets_closed', 'Sync sockets that the server closed.', 'reason', count.closed);
  by('compactions', 'Compactions of a log.', 'result', count.compactions);
}

/** Every value of a label is there from the start: an alert on growth must see the zero before it. */
function noCounts(): Counts {
  return {
    received: 0,
    receivedBytes: 0,
    acknowledged: 0,
    rows: 0,
    bytes: 0,
    commitsFailed: 0,
    writes: 0,
    frames: 0,
    frameBytes: 0,
    presence: 0,
    paused: 0,
    roomsFailed: 0,
    refused: zeroes(NACK_NAMES),
    closed: zeroes(CLOSE_NAMES),
    compactions: { done: 0, failed: 0 },
  };
}

function zeroes<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
