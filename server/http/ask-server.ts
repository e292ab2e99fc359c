import type * as z from 'zod/mini';
import type { Route } from '#shared/api/route.ts';
import { readJson } from '#shared/json.ts';
import { StartError } from '../config.ts';
import { readServerFile, type ServerFile } from './server-file.ts';

/** The server that owns this data folder, if it answers. */
export async function runningServer(dataDir: string): Promise<ServerFile | null> {
  const file = readServerFile(dataDir);
  if (!file) {
    return null;
  }
  try {
    await fetch(`${file.url}/health`);
    return file;
  } catch {
    return null;
  }
}

/**
 * Asks it as a command of this machine.
 * @param refusals what a status means here, in words for who gave the command
 * @throws StartError in words where it refuses
 */
export async function askServer<Body extends z.ZodMiniType | null, Answer extends z.ZodMiniType>(
  server: ServerFile,
  route: Route<string, Body, Answer>,
  body: Body extends z.ZodMiniType ? z.input<Body> : Record<string, never>,
  refusals: Readonly<Record<number, string>> = {},
): Promise<z.output<Answer>> {
  const answer = await fetch(`${server.url}${route.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.key}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    const said = `The server at ${server.url} answered ${answer.status}: ${await answer.text()}`;
    throw new StartError(refusals[answer.status] ?? said);
  }
  const read = readJson(route.answer, await answer.text());
  if (read === null) {
    throw new StartError(`The server at ${server.url} answered something else than this version expects.`);
  }
  return read;
}
