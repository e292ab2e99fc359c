import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command of the machine said, and how it ended. */
export interface CommandResult {
  code: number;
  out: string;
  err: string;
}

/** Runs `npm run backup`, `restore` or `restored` as an operator would, with the server's environment. */
export function runBackupCommand(
  name: 'backup' | 'restore' | 'restored',
  env: Record<string, string>,
  ...args: string[]
): Promise<CommandResult> {
  // The test runner sets BASE_URL for its own ends.
  const own = { SECRET: 'a secret for tests only, long enough to pass', BASE_URL: '' };
  const settings = { ...process.env, ...own, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`server/backup/${name}-cli.ts`, ...args],
      { cwd: ROOT, env: settings },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}
