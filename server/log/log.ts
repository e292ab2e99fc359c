import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import { EVENTS, type EventName, type LogLevel } from './events.ts';
import { type LogField, type LogFields, shaped } from './fields.ts';

/** What an event may be written with: its own fields, each of its own kind. */
export type FieldsOf<E extends EventName> = {
  [F in (typeof EVENTS)[E]['fields'][number]]?: LogFields[F] | undefined;
};

/** Writes one line about an event. */
export type Log = <E extends EventName>(event: E, fields: FieldsOf<E>) => void;

const STDERR = 2;

/**
 * The log of a process: a JSON object a line, with time, level, event and the event's fields.
 * @param to where lines go; standard error where nothing is said, written at once, so that the last line
 * before an end is there too
 */
export function openLog(level: LogLevel, to?: DestinationStream): Log {
  const settings = {
    level,
    // Neither the machine's name nor a process number: whoever collects lines knows where they come from.
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const out = pino(settings, to ?? destination({ dest: STDERR, sync: true }));
  return (event, fields) => {
    const row = EVENTS[event];
    if (out.isLevelEnabled(row.level)) {
      out[row.level]({ event, ...allowed(row.fields, fields) });
    }
  };
}

/** Only the row's fields, each in its shape: what else came along is left out, whatever its type said. */
function allowed(
  names: readonly LogField[],
  fields: Partial<Record<LogField, unknown>>,
): Partial<Record<LogField, unknown>> {
  const kept: Partial<Record<LogField, unknown>> = {};
  for (const name of names) {
    if (fields[name] !== undefined) {
      kept[name] = shaped(name, fields[name]);
    }
  }
  return kept;
}
