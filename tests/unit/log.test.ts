import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { closeConsole } from '#server/log/console.ts';
import { EVENTS, LOG_LEVELS, type LogLevel } from '#server/log/events.ts';
import { describeError } from '#server/log/fields.ts';
import { type Log, openLog } from '#server/log/log.ts';

const WORDS = 'Papa soll öfter anrufen';
const ID = '0b3f5f0e-7a50-4a9f-9d0c-1c3f0a7f2d11';

/** A log, and what it wrote. */
function logAt(level: LogLevel): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = openLog(level, { write: (line) => lines.push(JSON.parse(line)) });
  return { log, lines };
}

/** The same without its types: what a mistake, or a value from outside, could hand over. */
function untyped(log: Log): (event: string, fields: Record<string, unknown>) => void {
  return log as (event: string, fields: Record<string, unknown>) => void;
}

describe('the log', () => {
  it('[OP40] writes one JSON object a line: level, time, event and the event’s own fields', () => {
    const { log, lines } = logAt('info');
    log('freeze.written', { documentId: ID, meetingId: ID, ms: 12.4 });
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        event: 'freeze.written',
        documentId: ID,
        meetingId: ID,
        ms: 12,
      },
    ]);
    expect(Date.parse(String(lines[0]?.['time']))).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each(
    LOG_LEVELS.map((level, at) => [level, at] as const),
  )('[OP41] at %s it leaves out what is below', (level, at) => {
    const { log, lines } = logAt(level);
    for (const event of Object.keys(EVENTS)) {
      untyped(log)(event, {});
    }
    const wanted = Object.values(EVENTS).filter((row) => LOG_LEVELS.indexOf(row.level) <= at);
    expect(lines.length).toBe(wanted.length);
  });

  it('[OP42] words of a person have no place in a call', () => {
    const { log, lines } = logAt('trace');
    // @ts-expect-error an event is one of the table
    expect(() => log(WORDS, {})).toThrow();
    // @ts-expect-error no field is for text
    log('freeze.written', { documentId: ID, text: WORDS });
    // @ts-expect-error nor for names
    log('views.sent', { meetingId: ID, name: WORDS });
    // @ts-expect-error a field of another event
    log('metrics.failed', { meetingId: ID });
    expect(JSON.stringify(lines)).not.toContain('Papa');
    expect(lines.map(({ level: _level, time: _time, ...rest }) => rest)).toEqual([
      { event: 'freeze.written', documentId: ID },
      { event: 'views.sent', meetingId: ID },
      { event: 'metrics.failed' },
    ]);
  });

  it('[OP42] what is not of its field’s shape is removed, behind the types', () => {
    const { log, lines } = logAt('trace');
    for (const [event, { fields }] of Object.entries(EVENTS)) {
      untyped(log)(event, Object.fromEntries(fields.map((field) => [field, WORDS])));
      untyped(log)(event, Object.fromEntries(fields.map((field) => [field, { deep: [WORDS] }])));
    }
    expect(lines.length).toBe(Object.keys(EVENTS).length * 2);
    expect(JSON.stringify(lines)).not.toContain('Papa');
    expect(JSON.stringify(lines)).toContain('[removed]');
  });

  it('[OP43] of an error it writes name, code and place, never the message', () => {
    const error = Object.assign(new TypeError(`${WORDS}\n    at evil (/x/server/${WORDS}.ts:1:1)`), {
      code: '23505',
    });
    expect(describeError(error)).toEqual({ name: 'TypeError', code: '23505' });
    const named = Object.assign(new Error(WORDS), { name: WORDS, code: WORDS, detail: WORDS });
    expect(describeError(named)).toEqual({ name: 'Error' });
    expect(describeError(WORDS)).toEqual({ name: 'unknown' });
    expect(describeError(undefined)).toEqual({ name: 'unknown' });
    const ours = new Error(WORDS);
    ours.stack = `Error: ${WORDS}\n    at node:internal/x:1:1\n    at f (file:///srv/server/db/pool.ts:7:3)`;
    expect(describeError(ours)).toEqual({ name: 'Error', at: 'server/db/pool.ts:7' });
  });

  it('[OP43] what a library writes to the console becomes a line without its words', () => {
    const { log, lines } = logAt('info');
    const kept = { ...console };
    try {
      closeConsole(log);
      console.error('User not found', { email: WORDS });
      console.warn(WORDS, Object.assign(new RangeError(WORDS), { code: 'E1' }));
    } finally {
      Object.assign(console, kept);
    }
    expect(lines.map(({ event, error }) => ({ event, error }))).toEqual([
      { event: 'library.complained', error: undefined },
      { event: 'library.complained', error: expect.objectContaining({ name: 'RangeError', code: 'E1' }) },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Papa');
  });

  it('[OP40] the operators’ table names every event with its level, and no other', () => {
    const text = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| `([a-z]+\.[a-z_]+)` \| (\w+) \|/gm)].map(([, event, level]) => [
      event,
      level,
    ]);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(Object.entries(EVENTS).map(([event, { level }]) => [event, level])),
    );
  });
});
