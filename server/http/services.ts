import type { ServerContext } from '../access/command-context.ts';
import type { StaffAuth } from '../accounts/auth.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { MeetingViews } from '../meetings/meeting-views.ts';
import type { Freezer } from '../protocol/freeze.ts';
import type { TakeDownload } from './downloads.ts';
import type { CountRequest } from './request-limit.ts';
import type { TakeTurn } from './turns.ts';

/** What routes work with. */
export interface Services {
  /** Which life of the database this is. */
  generation: number;
  ctx: ServerContext;
  /** Work that outlives a request. */
  jobs: Jobs;
  auth: StaffAuth;
  live: MeetingViews;
  freezer: Freezer;
  countRequest: CountRequest;
  takeDownload: TakeDownload;
  takeTurn: TakeTurn;
  /** Public address without a slash at the end. */
  baseUrl: string;
  origins: ReadonlySet<string>;
  /** Cookies are `__Host-` and Secure: under https. */
  secure: boolean;
}
