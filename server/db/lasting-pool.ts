import postgres, { type Options } from 'postgres';
import { DatabaseLine } from './line.ts';
import { asSql, POSTGRES_TYPES, type Sql } from './sql.ts';
import { safeBegin } from './transaction.ts';

/** Milliseconds that PostgreSQL may take for an answer before its connection is given up. */
export const ANSWER_MS = 20_000;
/**
 * A process that was stopped in the middle of a transaction holds the plan's row. After this time
 * PostgreSQL takes it back, so that another process can go on.
 */
const IDLE_IN_TRANSACTION_MS = 10_000;
const CONNECT_SECONDS = 10;
/** After a connection that could not be made, the next one of its place comes this much later. */
const RETRY_SECONDS = 0.2;

export interface PoolOptions {
  /** Connections at most. */
  max: number;
  /** Null waits for ever; for work that takes its time, such as migrations. */
  answerMs: number | null;
  /** Is told the text of each query before it goes to the server. */
  onQuery?: ((text: string) => void) | undefined;
}

/**
 * A pool on a PostgreSQL server that outlives the server's restarts. The driver's own pool does not: a
 * connection that is used in the moment of its loss may never write again. So the first lost connection
 * takes its whole pool with it: what is asked from then on goes to a fresh one, and what the old one is
 * still doing comes to its end.
 */
export function openPool(url: string, options: PoolOptions): Sql {
  let ended = false;
  let current = make();

  function make(): Sql {
    const made: Sql = driver(url, options, () => replace(made));
    return made;
  }

  function replace(lost: Sql): void {
    if (lost === current && !ended) {
      current = make();
      void lost.end({ timeout: ANSWER_MS / 1000 });
    }
  }

  const own = new Map<PropertyKey, unknown>([
    ['begin', (...args: Parameters<Sql['begin']>) => safeBegin(current)(...args)],
    [
      'end',
      (...args: Parameters<Sql['end']>) => {
        ended = true;
        return current.end(...args);
      },
    ],
  ]);
  return new Proxy(current, {
    apply: (_first, self, args) => Reflect.apply(current, self, args),
    has: (_first, key) => Reflect.has(current, key),
    get: (_first, key) => (own.has(key) ? own.get(key) : Reflect.get(current, key)),
    set(_first, key, value) {
      own.set(key, value);
      return true;
    },
  });
}

function driver(url: string, { max, answerMs, onQuery }: PoolOptions, onLost: () => void): Sql {
  // The option is newer than the library's types.
  const settings: Options<typeof POSTGRES_TYPES> & { socket: (parsed: Address) => DatabaseLine } = {
    max,
    connect_timeout: CONNECT_SECONDS,
    // The driver's own pauses grow to 20 s, so a meeting would stand still long after the server is back.
    backoff: () => RETRY_SECONDS,
    // A planned end of a connection would look like a loss.
    max_lifetime: null,
    types: POSTGRES_TYPES,
    fetch_types: false,
    onnotice: () => {},
    connection: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
    socket: (parsed) => dial(parsed, new DatabaseLine({ answerMs, onLost })),
    ...(onQuery ? { debug: (_connection: number, text: string) => onQuery(text) } : {}),
  };
  return asSql(postgres(url, settings));
}

/** The part of the driver's parsed options that says where the server is. */
interface Address {
  path: string | false;
  host: string[];
  port: number[];
}

/** Starts to connect; what is written meanwhile waits in the socket. */
function dial({ path, host, port }: Address, line: DatabaseLine): DatabaseLine {
  const [name = 'localhost'] = host;
  // The driver reads the name from the socket when it checks a certificate.
  return path ? line.connect(path) : Object.assign(line, { host: name }).connect(port[0] ?? 5432, name);
}
