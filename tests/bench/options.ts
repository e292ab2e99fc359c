import { parseArgs } from 'node:util';
import { LOAD_NAMES, type LoadName } from './loads.ts';
import { type AnyServer, BROKEN_NAMES, SERVER_NAMES } from './servers/roster.ts';

/** What one run of the benchmark does. */
export interface Options {
  only: LoadName[];
  servers: AnyServer[];
  rounds: number;
  quick: boolean;
  json: boolean;
  write: boolean;
  /** Folder for V8 profiles of our server; null: none are made. */
  profile: string | null;
}

export const HELP = `npm run bench -- [options]     everything takes about half an hour a round
  --quick               shorter windows, fewer joins and documents; for a first look
  --only a,b            loads: ${LOAD_NAMES.join(', ')} (default: all)
  --servers x,y         ${SERVER_NAMES.join(', ')} (default: all)
                        and, to see the harness notice: ${BROKEN_NAMES.join(', ')}
  --rounds 3            medians over so many rounds, servers in another order each time (default 1)
  --json                figures for machines, nothing else on stdout: npm run --silent bench -- --json
  --write               writes docs/performance.md
  --profile folder      V8 profiles of our server in the measured time`;

/** Reads the command line; null when help is asked for. Throws where an option makes no sense. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      servers: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      profile: { type: 'string' },
    },
  });
  if (values.help) {
    return null;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds must be a number above 0, it is "${values.rounds}".`);
  }
  return {
    ...{ quick: values.quick, json: values.json, write: values.write, rounds },
    only: listed('only', values.only, LOAD_NAMES, LOAD_NAMES),
    servers: listed('servers', values.servers, [...SERVER_NAMES, ...BROKEN_NAMES], SERVER_NAMES),
    profile: values.profile ?? null,
  };
}

function listed<T extends string>(
  option: string,
  value: string | undefined,
  possible: readonly T[],
  usual: readonly T[],
): T[] {
  if (value === undefined) {
    return [...usual];
  }
  return value.split(',').map((name) => {
    const found = possible.find((one) => one === name);
    if (!found) {
      throw new Error(`--${option} takes ${possible.join(', ')}; it is "${name}".`);
    }
    return found;
  });
}
