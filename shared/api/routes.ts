import type { Route } from './route.ts';
import * as accounts from './routes/accounts.ts';
import * as example from './routes/example.ts';
import * as files from './routes/files.ts';
import * as links from './routes/links.ts';
import * as meetings from './routes/meetings.ts';
import * as own from './routes/own.ts';
import * as participants from './routes/participants.ts';
import * as passkeys from './routes/passkeys.ts';
import * as protocol from './routes/protocol.ts';
import * as staff from './routes/staff.ts';

/** Every route of the HTTP API that is ours; accounts sign in under a path of their own (`/api/auth`). */
export const ROUTES: readonly Route[] = [
  links,
  participants,
  meetings,
  own,
  protocol,
  files,
  staff,
  accounts,
  passkeys,
  example,
].flatMap((capability): Route[] => Object.values(capability));
