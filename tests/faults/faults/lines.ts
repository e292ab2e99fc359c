import type { Fault } from '../fault.ts';
import type { Link } from '../link.ts';
import type { Person } from '../person.ts';
import type { Round } from '../round.ts';

/** Does something to the lines of about half of the people. */
function onSomeLines(round: Round, disturb: (link: Link, person: Person) => void): void {
  for (const person of round.here) {
    if (round.random.below(2) === 0) {
      disturb(person.link, person);
    }
  }
}

/** What can happen between a client and the server. */
export const LINE_FAULTS: readonly Fault[] = [
  {
    name: 'line cut',
    async run(round) {
      for (let times = 1 + round.random.below(4); times > 0; times--) {
        onSomeLines(round, (link) => link.cut());
        await round.someTime(50, 400);
      }
    },
  },
  {
    name: 'line away for a while',
    async run(round) {
      onSomeLines(round, (link) => {
        link.open = false;
        link.cut();
      });
      await round.someTime(300, 1_200);
    },
  },
  {
    name: 'line one way: nothing arrives at the server',
    async run(round) {
      onSomeLines(round, (link) => {
        link.up.silent = true;
      });
      await round.someTime(300, 1_200);
    },
  },
  {
    name: 'line one way: nothing arrives at the client',
    async run(round) {
      onSomeLines(round, (link) => {
        link.down.silent = true;
      });
      await round.someTime(300, 1_200);
    },
  },
  {
    name: 'line half open',
    async run(round) {
      onSomeLines(round, (link) => {
        link.up.silent = true;
        link.down.silent = true;
      });
      await round.someTime(300, 1_200);
      await round.closeTabs(1);
    },
  },
  {
    name: 'line slow',
    async run(round) {
      onSomeLines(round, (link) => {
        link.up = { delayMs: round.random.below(200), rate: 20_000, silent: false };
        link.down = { delayMs: round.random.below(200), rate: 60_000, silent: false };
      });
      await round.someTime(800, 1_500);
    },
  },
];
