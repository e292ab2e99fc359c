/** Why a job failed for good; a closed list, so that nothing of what it worked on is told. */
export type JobTrouble =
  /** It broke, as often as it was tried. */
  | 'broken'
  /** It took more time, memory or pages than anything may. */
  | 'over_limit'
  /** What it was about is not there. */
  | 'gone';

/** Ids that a job works with; what they name is read when it runs. */
export type JobIds = Readonly<Record<string, string | number | boolean>>;

/** A kind of work, as data and one function. */
export interface JobKind {
  name: string;
  /** A job that was begun this often and did not end well is given up. */
  mostAttempts: number;
  /** Counted from the start of each attempt; then `signal` aborts, and the attempt is over the limit. */
  mostMs: number;
  /**
   * Does the work and keeps what comes of it. May run again after a crash: the same ids, the same result.
   * @throws JobFailure where trying again is of no use; any other error is tried again
   */
  run(ids: JobIds, signal: AbortSignal): Promise<void>;
}

/** A job to be done. */
export interface JobOrder {
  kind: string;
  key: string;
  ids: JobIds;
  meetingId: string | null;
}

/** Thrown by a job that need not be tried again. */
export class JobFailure extends Error {
  readonly why: JobTrouble;

  constructor(why: JobTrouble, options?: ErrorOptions) {
    super(why, options);
    this.name = 'JobFailure';
    this.why = why;
  }
}
