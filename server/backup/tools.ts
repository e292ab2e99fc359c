import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../config.ts';

const run = promisify(execFile);

/** What a tool of the machine says when it fails, in one sentence. */
export async function runTool(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  try {
    await run(name, args, { env: { ...process.env, ...env }, maxBuffer: 16_777_216 });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    throw new StartError(
      code === 'ENOENT'
        ? `The program ${name} is not there; install it (PostgreSQL's client programs, or tar).`
        : `${name} failed: ${(stderr || String(error)).trim()}`,
    );
  }
}

/** The address without its password, which others on the machine could see in a list of processes, and that. */
export function toolAddress(url: string): { address: string; env: NodeJS.ProcessEnv } {
  const parsed = new URL(url);
  const password = decodeURIComponent(parsed.password);
  parsed.password = '';
  return { address: parsed.href, env: password === '' ? {} : { PGPASSWORD: password } };
}
