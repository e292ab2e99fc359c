/** One value of a family. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** A family with its HELP and TYPE. */
export interface Family {
  help: string;
  type: string;
  samples: Sample[];
}

const TYPES = ['counter', 'gauge', 'histogram', 'summary'];
const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]Inf|NaN)$/i;

/**
 * Reads Prometheus' text format and throws where it is not exactly that: each family has HELP, then
 * TYPE, then all its samples; nothing stands twice; histograms add up.
 */
export function parseMetrics(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) {
    throw new Error('the last line has no end');
  }
  const families = new Map<string, Family>();
  let current = '';
  let help: { name: string; text: string } | null = null;
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const comment = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line);
    const [, kind, name = '', rest = ''] = comment ?? [];
    if (kind === 'HELP') {
      refuse(help !== null, `HELP of ${help?.name} without TYPE`);
      help = { name, text: rest };
    } else if (kind === 'TYPE') {
      refuse(help?.name !== name, `TYPE of ${name} without its HELP`);
      refuse(families.has(name) || !NAME.test(name) || !TYPES.includes(rest), `bad family: ${line}`);
      families.set(name, { help: help?.text ?? '', type: rest, samples: [] });
      help = null;
      current = name;
    } else {
      const family = families.get(current);
      const sample = readSample(line);
      refuse(!family || help !== null || !belongs(sample, current, family.type), `out of place: ${line}`);
      family?.samples.push(sample);
    }
  }
  for (const [name, family] of families) {
    check(name, family);
  }
  return families;
}

/** The value of a sample; throws when it is not there. */
export function amount(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number {
  const family = families.get(name) ?? families.get(name.replace(/_(count|sum|bucket)$/, ''));
  const wanted = JSON.stringify(sorted(labels));
  const found = family?.samples.find(
    (sample) => sample.name === name && JSON.stringify(sorted(sample.labels)) === wanted,
  );
  if (!found) {
    throw new Error(`no ${name}${wanted}`);
  }
  return found.value;
}

function refuse(bad: boolean, why: string): void {
  if (bad) {
    throw new Error(why);
  }
}

function readSample(line: string): Sample {
  const [, name = '', inner = '', value = ''] =
    /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  refuse(name === '' || !NUMBER.test(value), `not a sample: ${line}`);
  const labels: Record<string, string> = {};
  let rest = inner;
  while (rest !== '') {
    const found = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/.exec(rest);
    refuse(!found || (found[1] as string) in labels, `bad labels: ${line}`);
    labels[found?.[1] ?? ''] = found?.[2] ?? '';
    rest = rest.slice(found?.[0].length ?? rest.length);
  }
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) };
}

function belongs({ name, labels }: Sample, family: string, type: string): boolean {
  const suffix = name.startsWith(family) ? name.slice(family.length) : null;
  switch (type) {
    case 'histogram':
      return suffix === '_bucket' ? 'le' in labels : suffix === '_sum' || suffix === '_count';
    case 'summary':
      return suffix === '' ? 'quantile' in labels : suffix === '_sum' || suffix === '_count';
    default:
      return suffix === '';
  }
}

function check(name: string, { type, samples }: Family): void {
  const keys = samples.map((sample) => JSON.stringify([sample.name, sorted(sample.labels)]));
  refuse(new Set(keys).size !== keys.length, `${name} has a value twice`);
  refuse(
    type === 'counter' && samples.some(({ value }) => !(value >= 0)),
    `${name} counts below zero or not at all`,
  );
  if (type === 'histogram') {
    checkHistogram(name, samples);
  }
}

function checkHistogram(name: string, samples: readonly Sample[]): void {
  for (const count of samples.filter((sample) => sample.name === `${name}_count`)) {
    const series = JSON.stringify(sorted(count.labels));
    const buckets = samples
      .filter((sample) => sample.name === `${name}_bucket`)
      .map(({ labels: { le = '', ...labels }, value }) => ({
        le,
        labels: JSON.stringify(sorted(labels)),
        value,
      }))
      .filter(({ labels }) => labels === series)
      .map(({ le, value }) => ({ le: Number(le.replace('Inf', 'Infinity')), value }));
    const grows = buckets.every(({ le, value }, index) => {
      const before = buckets[index - 1];
      return !before || (le > before.le && value >= before.value);
    });
    const last = buckets.at(-1);
    refuse(!grows || last?.le !== Number.POSITIVE_INFINITY, `${name} has buckets out of order`);
    refuse(last?.value !== count.value, `${name}: the last bucket is not the count`);
  }
}

function sorted(labels: Record<string, string>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
