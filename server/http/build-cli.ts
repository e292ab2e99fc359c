import { buildClient, clientIsBuilt } from './client-build.ts';

/** `npm run build`: builds the client when its sources changed. */
if (!clientIsBuilt()) {
  await buildClient();
}
