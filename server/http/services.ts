import type { StaffAuth } from '../access/auth.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Freezer } from '../commands/freeze.ts';
import type { DemoService } from '../demo/service.ts';
import type { LiveHub } from '../live/live.ts';

/** What routes work with. */
export interface Services {
  ctx: CommandContext;
  auth: StaffAuth;
  live: LiveHub;
  freezer: Freezer;
  demo: DemoService;
  /** Public address without a slash at the end. */
  baseUrl: string;
  origins: ReadonlySet<string>;
  /** Cookies are `__Host-` and Secure: under https. */
  secure: boolean;
}
