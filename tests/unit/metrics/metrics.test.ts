import { Registry } from '@prometheus-io/client';
import { describe, expect, it } from 'vitest';
import { createMeter } from '#server/metrics/meter.ts';
import { NO_METER, type SyncMeter, socketKind } from '#server/sync/meter.ts';
import { amount, parseMetrics } from '../../helpers/metrics-text.ts';

describe('the meter', () => {
  it('[OP18] every call of the sync core raises a family', async () => {
    const registry = new Registry();
    const meter = createMeter(registry);
    const calls: { [K in keyof SyncMeter]: Parameters<SyncMeter[K]> } = {
      received: [10],
      acknowledged: [3],
      refused: ['locked'],
      closed: ['slow'],
      committed: [5, 400, 20],
      commitFailed: [],
      sent: [4, 90],
      presence: [6],
      paused: [],
      compacted: [true],
      roomFailed: [],
    };
    expect(Object.keys(calls).sort()).toEqual(Object.keys(NO_METER).sort());
    for (const name of Object.keys(calls) as (keyof SyncMeter)[]) {
      const before = await registry.metrics();
      (meter[name] as (...args: unknown[]) => void)(...calls[name]);
      expect(await registry.metrics(), name).not.toBe(before);
    }
    const families = parseMetrics(await registry.metrics());
    const value = (name: string, labels = {}): number => amount(families, `planrunde_${name}`, labels);
    expect(value('edit_bytes_received_total')).toBe(10);
    expect(value('acknowledgement_seconds_bucket', { le: '0.0025' })).toBe(0);
    expect(value('acknowledgement_seconds_bucket', { le: '0.005' })).toBe(1);
    expect(value('acknowledgement_seconds_bucket', { le: '10' })).toBe(1);
    expect(value('edits_refused_total', { code: 'locked' })).toBe(1);
    expect(value('sockets_closed_total', { reason: 'slow' })).toBe(1);
    expect(value('log_rows_committed_total')).toBe(5);
    expect(value('log_bytes_committed_total')).toBe(400);
    expect(value('commit_seconds_sum')).toBe(0.02);
    expect(value('frames_sent_total')).toBe(4);
    expect(value('frame_bytes_sent_total')).toBe(90);
    expect(value('presence_frames_sent_total')).toBe(6);
    expect(value('readers_paused_total')).toBe(1);
    expect(value('compactions_total', { result: 'done' })).toBe(1);
  });

  it('[OP17] sockets are told by what they are for, never by role', () => {
    expect(socketKind('moderation')).toBe('leading');
    expect(socketKind('fachkraft_jugendamt')).toBe('leading');
    expect(socketKind('junger_mensch')).toBe('writing');
    expect(socketKind('dolmetscher')).toBe('reading');
    expect(socketKind('bildschirm')).toBe('screen');
  });
});

describe('the reader of the text format', () => {
  it.each([
    ['no HELP', '# TYPE a gauge\na 1\n'],
    ['no TYPE', '# HELP a b\na 1\n'],
    ['twice', '# HELP a b\n# TYPE a gauge\na 1\na 1\n'],
    ['family twice', '# HELP a b\n# TYPE a gauge\n# HELP a b\n# TYPE a gauge\n'],
    ['foreign sample', '# HELP a b\n# TYPE a gauge\nb 1\n'],
    ['no number', '# HELP a b\n# TYPE a gauge\na x\n'],
    ['open label', '# HELP a b\n# TYPE a gauge\na{b="c} 1\n'],
    ['no end', '# HELP a b\n# TYPE a gauge\na 1'],
    [
      'falling buckets',
      '# HELP a b\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    ],
    ['count differs', '# HELP a b\n# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\na_count 2\n'],
    ['below zero', '# HELP a_total b\n# TYPE a_total counter\na_total -1\n'],
  ])('[OP16] refuses: %s', (_name, text) => {
    expect(() => parseMetrics(text)).toThrow();
  });
});
