import { StartError } from '../config.ts';
import { backup } from './backup.ts';
import { runCommand } from './command.ts';

/** `npm run backup`: one archive of the database. */

const HELP = `npm run backup -- FILE
  writes the whole database to one archive, with a manifest and checksums; takes the server's environment`;

await runCommand(HELP, async (config, [file]) => {
  if (!file) {
    throw new StartError(HELP);
  }
  return backup(config, file);
});
