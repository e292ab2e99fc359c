import { describe, expect, it } from 'vitest';
import { importsOf, sources } from './source.ts';

/** Who may import whom. Types count as well: what one can name, one depends on. */

/** The sync core with its protocol: sockets, rooms, log, and the messages that they speak. */
const SYNC = /^(server\/sync|shared\/wire)\//;
/** Everything that knows what is in a plan or another document; only what a kind of document is stands apart. */
const DOCUMENTS =
  /^(shared\/(documents\/(?!kind\.ts$)|protocol\/|meeting\/)|server\/(protocol|meetings|own)\/)/;

interface Wall {
  rule: string;
  /** Whose imports are looked at. */
  of: RegExp;
  /** What they must not be. */
  not: RegExp;
  /** What they may be all the same. */
  but?: RegExp;
}

const WALLS: Wall[] = [
  { rule: 'shared imports neither side', of: /^shared\//, not: /^(client|server|tests)\// },
  { rule: 'shared does no I/O', of: /^shared\//, not: /^(node:|react|ws$|postgres$|hono)/ },
  {
    rule: 'the client knows the server only by the types of its API',
    of: /^client\//,
    not: /^(server|tests)\/|^node:/,
    but: /^server\/http\/api-types\.ts$/,
  },
  { rule: 'the server never imports the client', of: /^server\//, not: /^(client|tests)\// },
  {
    rule: 'the sync core knows no route and no use case',
    of: /^server\/sync\//,
    not: /^server\/(?!sync\/|db\/|metrics\/|[^/]*\.ts$)/,
  },
  { rule: 'the sync core imports no other side', of: /^server\/sync\//, not: /^(client|tests|hono|@hono)/ },
  {
    rule: 'what all features stand on imports no feature',
    of: /^client\/(ui|app)\//,
    not: /^client\/(?!ui\/|app\/|session\/)[^/]+\//,
  },
  {
    rule: 'only the start knows the example',
    of: /^(?!server\/example\/|server\/start\.ts$|tests\/)/,
    not: /^server\/example\//,
  },
];

const graph = new Map(sources().map((source) => [source.path, importsOf(source)]));

describe('walls', () => {
  it.each(WALLS)('[WA1] $rule', ({ of, not, but }) => {
    const broken = [...graph]
      .filter(([path]) => of.test(path))
      .flatMap(([path, imports]) =>
        imports.filter((to) => not.test(to) && !but?.test(to)).map((to) => `${path} → ${to}`),
      );
    expect(broken).toEqual([]);
  });

  it('[WA1] the sync core and its protocol import no plan, by whatever way', () => {
    const ways = waysFrom([...graph.keys()].filter((path) => SYNC.test(path)));
    expect(ways.size).toBeGreaterThan(40);
    expect([...ways].filter(([path]) => DOCUMENTS.test(path)).map(([, way]) => way.join(' → '))).toEqual([]);
  });

  it('[WA2] no file needs itself, by whatever way', () => {
    const broken = cycles().map((files) => files.join(' ↔ '));
    expect(broken).toEqual([]);
  });

  it('[WA3] every import of a file of the project leads to one', () => {
    expect(graph.size).toBeGreaterThan(500);
    const edges = [...graph.values()].flat().filter((to) => graph.has(to)).length;
    expect(edges).toBeGreaterThan(graph.size);
  });
});

/** Every file that is reached from these, with the shortest way there. */
function waysFrom(starts: readonly string[]): Map<string, string[]> {
  const ways = new Map(starts.map((path) => [path, [path]]));
  for (const [path, way] of ways) {
    for (const to of (graph.get(path) ?? []).filter((file) => graph.has(file) && !ways.has(file))) {
      ways.set(to, [...way, to]);
    }
  }
  return ways;
}

/** Groups of files that all reach each other (Tarjan), each group sorted. */
function cycles(): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (path: string): number => {
    let lowest = index.size;
    index.set(path, lowest);
    stack.push(path);
    for (const to of (graph.get(path) ?? []).filter((file) => graph.has(file))) {
      const reached = index.has(to) ? (stack.includes(to) ? (index.get(to) ?? lowest) : lowest) : visit(to);
      lowest = Math.min(lowest, reached);
    }
    low.set(path, lowest);
    if (lowest === index.get(path)) {
      groups.push(stack.splice(stack.indexOf(path)));
    }
    return lowest;
  };
  for (const path of graph.keys()) {
    if (!index.has(path)) {
      visit(path);
    }
  }
  return groups.filter(({ length }) => length > 1).map((files) => files.sort());
}
