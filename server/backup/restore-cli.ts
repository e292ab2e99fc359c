import { StartError } from '../config.ts';
import { runCommand } from './command.ts';
import { restore } from './restore.ts';

/** `npm run restore`: puts an archive into an empty database. */

const HELP = `npm run restore -- FILE
  puts an archive of "npm run backup" into an empty database; takes the server's environment`;

await runCommand(HELP, async (config, [file]) => {
  if (!file) {
    throw new StartError(HELP);
  }
  return restore(config, file);
});
