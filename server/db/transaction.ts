import type { Sql, Tx } from './sql.ts';

type Body = (tx: Tx) => unknown;
type Begin = (options: string, body: Body) => Promise<unknown>;

/** What of the driver's query is used here. */
interface Statement {
  handler(statement: Statement): unknown;
  reject(error: unknown): void;
}

/**
 * `begin` of the driver, safe against a connection that is lost in the middle. The driver alone goes on
 * writing to it, a rollback at least, and that ends the whole process.
 */
export function safeBegin(sql: Sql): Sql['begin'] {
  const begin = sql.begin.bind(sql) as unknown as Begin;
  const safe = (first: string | Body, second?: Body): Promise<unknown> => {
    const [options, body] = typeof first === 'string' ? [first, second as Body] : ['', first];
    return run(begin, options, body);
  };
  return safe as unknown as Sql['begin'];
}

async function run(begin: Begin, options: string, body: Body): Promise<unknown> {
  // The driver rejects as soon as the connection is gone, whatever the body is doing at that time.
  const line: { lost: unknown } = { lost: null };
  try {
    return await begin(options, (tx) => insideOf(tx, body, line));
  } catch (error) {
    line.lost = error;
    throw error;
  }
}

async function insideOf(tx: Tx, body: Body, line: { lost: unknown }): Promise<unknown> {
  try {
    const result = await body(watched(tx, line));
    return line.lost === null ? result : await never();
  } catch (error) {
    // A statement hears of the loss a moment before the transaction does.
    await new Promise((resolve) => setImmediate(resolve));
    if (line.lost !== null) {
      return never();
    }
    throw error;
  }
}

/** Nothing must follow: the driver would commit or roll back on a connection that is not there. */
function never(): Promise<never> {
  return new Promise(() => {});
}

/** The same transaction, whose statements fail once the line is lost, and never reach the driver. */
function watched(tx: Tx, line: { lost: unknown }): Tx {
  const watch = (made: unknown): unknown => {
    if (isStatement(made)) {
      const send = made.handler;
      made.handler = (statement) => (line.lost === null ? send(statement) : statement.reject(line.lost));
    }
    return made;
  };
  return new Proxy(tx, {
    apply: (target, self, args) => watch(Reflect.apply(target, self, args)),
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      return key === 'unsafe'
        ? (...args: unknown[]) => watch((value as (...all: unknown[]) => unknown)(...args))
        : value;
    },
  });
}

function isStatement(made: unknown): made is Statement {
  return typeof (made as Partial<Statement> | null)?.handler === 'function';
}
