import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import { Histogram } from '../generator/histogram.ts';
import { cpuMs } from './process.ts';

const PAUSE_MS = 25;

/** How long a bare durable commit takes, in ms. */
export interface CommitFigures {
  p50: number | null;
  p99: number | null;
}

/** What PostgreSQL does for the server, and how fast it commits one row for anybody. */
export class PostgresWatch {
  readonly #sql: Sql;
  #pids = new Map<number, number>();
  #commits = new Histogram();
  #committing: Promise<void> | null = null;

  private constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Opens a connection of its own to the database of a server. */
  static async open(url: string): Promise<PostgresWatch> {
    const sql = connect(url, 1);
    await sql`create table bench_commit (id bigint generated always as identity, at timestamptz default now())`;
    return new PostgresWatch(sql);
  }

  /** From now on counts the time of all backends of this database, and commits one row now and then. */
  async begin(): Promise<void> {
    this.#pids = await this.#backends();
    this.#commits = new Histogram();
    this.#committing = this.#commitUntilStopped();
  }

  /** Time of the backends since `begin` in ms, null where they run on another machine. */
  async end(): Promise<{ cpuMs: number | null; commit: CommitFigures }> {
    const committing = this.#committing;
    this.#committing = null;
    await committing;
    const now = await this.#backends();
    let spent: number | null = now.size > 0 ? 0 : null;
    for (const [pid, ms] of now) {
      spent = (spent ?? 0) + ms - (this.#pids.get(pid) ?? 0);
    }
    return { cpuMs: spent, commit: figuresOf(this.#commits) };
  }

  /** One commit after the other for so long. */
  async commitFor(ms: number): Promise<CommitFigures> {
    const times = new Histogram();
    const end = performance.now() + ms;
    while (performance.now() < end) {
      await this.#commit(times);
    }
    return figuresOf(times);
  }

  close(): Promise<void> {
    return this.#sql.end({ timeout: 5 });
  }

  async #commitUntilStopped(): Promise<void> {
    // A turn later `begin` has noted that this runs.
    await Promise.resolve();
    while (this.#committing) {
      await this.#commit(this.#commits);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async #commit(times: Histogram): Promise<void> {
    const start = performance.now();
    await this.#sql`insert into bench_commit default values`;
    times.add(performance.now() - start);
  }

  async #backends(): Promise<Map<number, number>> {
    const rows = await this.#sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    const found = new Map<number, number>();
    for (const { pid } of rows) {
      try {
        found.set(pid, cpuMs(pid));
      } catch {
        // Not a process of this machine.
      }
    }
    return found;
  }
}

function figuresOf(times: Histogram): CommitFigures {
  return { p50: times.quantile(0.5), p99: times.quantile(0.99) };
}
