import { runCommand } from './command.ts';
import { restored } from './restored.ts';

/** `npm run restored`: what a database needs that went back, before it serves anybody. */

const HELP = `npm run restored [-- --without-kept]
  ends every device, link and session, begins another generation, and lists the meetings that are concerned
  --without-kept: the folder KEEP_DIR of before is lost; numbers of versions go on a hundred higher`;

await runCommand(HELP, (config, args) => restored(config, args.includes('--without-kept')));
