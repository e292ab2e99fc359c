import { parseArgs } from 'node:util';
import { AIMS, type Flooded, flood } from './flood/flood.ts';

/**
 * `npm run bench:flood [-- --seconds 5 --only words --json]`: one admitted participant asks for each route
 * and sends each message of the wire as often as they can; what another meeting feels of it.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.error(line);
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(7);

function lineOf({ name, ackP50, ackP99, healthMax, memoryMb, answers }: Flooded): string {
  const missed = ackP99 > AIMS.ackP99 || healthMax > AIMS.healthMax ? ' !' : '  ';
  const counted = Object.entries(answers).map(([answer, count]) => `${answer}: ${count}`);
  return `${missed}${name.padEnd(62)}${ms(ackP50)}${ms(ackP99)}${ms(healthMax)}${ms(memoryMb)}  ${counted.join(', ')}`;
}

say(
  `  ${'flooded'.padEnd(62)}${['ack50', 'ack99', 'health', 'MB'].map((head) => head.padStart(7)).join('')}  answers`,
);
const held = (mb: number): string => `${mb.toFixed(0)} MB`;
const order = {
  forMs: Number(values.seconds) * 1_000,
  restMs: 1_000,
  versionChars: 7_900_000,
  only: values.only,
};
const { rows, heldMb } = await flood(order, (row) => say(lineOf(row)));
const missed = rows.filter(({ ackP99, healthMax }) => ackP99 > AIMS.ackP99 || healthMax > AIMS.healthMax);
if (values.json) {
  console.log(JSON.stringify({ aims: AIMS, rows, heldMb }, null, 2));
}
say(
  `\n${rows.length} flooded, ${missed.length} beyond the aims (${AIMS.ackP99} ms, /health ${AIMS.healthMax} ms)`,
);
say(`held after a collection: ${held(heldMb.before)} before, ${held(heldMb.after)} afterwards`);
