import { type AppSettings, createApp, type PlanrundeApp } from '../http/app.ts';
import { demoKeyRoutes, demoRoutes } from './routes.ts';
import { createDemo, type DemoService } from './service.ts';

/** The server with the example beside it. */
export interface AppWithExample extends PlanrundeApp {
  demo: DemoService;
}

/**
 * Puts the example's routes beside those of the product, which does not know it.
 * @param lan addresses that a phone in the same network can open, such as `http://192.168.1.7:3000`
 */
export function createAppWithExample(settings: AppSettings, lan: readonly string[] = []): AppWithExample {
  let demo: DemoService | undefined;
  const planrunde = createApp({
    ...settings,
    extensions: [
      ...(settings.extensions ?? []),
      (services) => {
        const made = createDemo({ ctx: services.ctx, auth: services.auth, lan });
        demo = made;
        return {
          routes: demoRoutes(services, made),
          commands: (key) => demoKeyRoutes(services, made, key),
        };
      },
    ],
  });
  if (!demo) {
    throw new Error('The example was not mounted');
  }
  return { ...planrunde, demo };
}
