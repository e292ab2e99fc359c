import { Hono } from 'hono';
import * as accounts from '#shared/api/routes/accounts.ts';
import { authorizeCommand } from '../access/authorize.ts';
import { allow, staffCommandOf } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { changeOffice, loadOffice } from './office.ts';

/** `/api/office`: what an administrator has written about the office. */
export function officeRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  serve(routes, accounts.loadOffice, allow(services, 'seeOffice'), (c) => {
    const command = staffCommandOf(c);
    authorizeCommand(command, 'seeOffice');
    return loadOffice(command.sql);
  });
  serve(routes, accounts.changeOffice, allow(services, 'changeOffice'), (c, office) =>
    changeOffice(staffCommandOf(c), office),
  );
  return routes;
}
