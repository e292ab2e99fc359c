import type { Hono } from 'hono';
import type { AppEnv } from './env.ts';
import type { Services } from './services.ts';

/** Routes of something that the product does not know; who starts the server mounts them. */
export interface MountedRoutes {
  /** For browsers, behind the same guards as every route. */
  routes: Hono<AppEnv>;
  /** For commands on this machine: they send the key of the server file and no Origin. */
  commands?: (key: string) => Hono<AppEnv>;
}

/** Makes the routes from what the product's own routes work with. */
export type Extension = (services: Services) => MountedRoutes;
