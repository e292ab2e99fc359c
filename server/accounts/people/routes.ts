import { Hono } from 'hono';
import * as accounts from '#shared/api/routes/accounts.ts';
import { allow, staffCommandOf } from '../../http/allow.ts';
import type { AppEnv } from '../../http/env.ts';
import { publicBase } from '../../http/public-base.ts';
import { serve } from '../../http/serve.ts';
import type { Services } from '../../http/services.ts';
import { changeRole } from './change-role.ts';
import { deactivate, reactivate } from './deactivate.ts';
import { invite } from './invite.ts';
import { listPeople } from './list-people.ts';
import { makeAccountLink } from './make-account-link.ts';

/** `/api/office/people`: who has an account, as an administrator looks after them. */
export function peopleRoutes(services: Services): Hono<AppEnv> {
  const { auth } = services;
  const routes = new Hono<AppEnv>();
  serve(routes, accounts.loadPeople, allow(services, 'seePeople'), (c) => listPeople(staffCommandOf(c)));
  serve(routes, accounts.invite, allow(services, 'invite'), (c, person) =>
    invite(staffCommandOf(c), auth, person, publicBase(c, services)),
  );
  serve(routes, accounts.changeRole, allow(services, 'changeRole'), (c, { role }) =>
    changeRole(staffCommandOf(c), auth, c.req.param('accountId'), role),
  );
  serve(routes, accounts.makeAccountLink, allow(services, 'makeAccountLink'), (c) =>
    makeAccountLink(staffCommandOf(c), c.req.param('accountId'), publicBase(c, services)),
  );
  serve(routes, accounts.deactivate, allow(services, 'deactivate'), (c) =>
    deactivate(staffCommandOf(c), auth, c.req.param('accountId')),
  );
  serve(routes, accounts.reactivate, allow(services, 'reactivate'), (c) =>
    reactivate(staffCommandOf(c), c.req.param('accountId')),
  );
  return routes;
}
