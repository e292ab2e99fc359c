import type { Fault } from '../fault.ts';
import { pause } from '../wait.ts';

/** Rights and freezes in the middle of typing. */
export const RIGHTS: readonly Fault[] = [
  {
    name: 'right withdrawn while typing',
    async run(round) {
      const victim = round.guest();
      // A pile of edits is on the way when the right ends.
      for (let left = 200; left > 0; left--) {
        round.operate(victim);
      }
      await round.revoke(victim);
      await pause(1_500);
    },
  },
  {
    name: 'frozen while typing',
    async run(round) {
      await round.freeze();
      await round.someTime(100, 300);
    },
  },
  {
    name: 'frozen, then the server killed',
    async run(round) {
      await round.freeze();
      await round.server.kill();
      await round.server.start();
    },
  },
  {
    name: 'frozen while the database stops',
    on: 'postgres',
    async run(round) {
      const begun = round.lead('freeze', { step: 'begin' }).then(() => round.lead('freeze', { step: 'now' }));
      await round.someTime(0, 60);
      await round.world.cluster?.stop('immediate');
      await round.someTime(100, 400);
      await round.world.cluster?.start();
      await begun;
      await round.freeze();
    },
  },
  {
    name: 'frozen while the line to the database is cut',
    on: 'postgres',
    async run(round) {
      const begun = round.lead('freeze', { step: 'begin' }).then(() => round.lead('freeze', { step: 'now' }));
      for (let times = 3; times > 0; times--) {
        await round.someTime(0, 25);
        round.world.databaseLine?.cut();
      }
      await begun;
      await round.freeze();
    },
  },
];
