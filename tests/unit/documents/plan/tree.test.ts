import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTree, MAX_DEPTH, type Place, type TreeNode } from '#shared/documents/plan/tree.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const anyPlaces = fc
  .array(
    fc.tuple(
      fc.constantFrom(...ids),
      fc.option(fc.constantFrom(...ids, 'unknown')),
      fc.constantFrom('a0', 'a1', 'a2'),
    ),
  )
  .map((rows) => new Map(rows.map(([id, parent, order]): [string, Place] => [id, [parent, order]])));

function all(nodes: TreeNode[], depth = 0): { id: string; depth: number }[] {
  return nodes.flatMap((node) => [{ id: node.id, depth }, ...all(node.children, depth + 1)]);
}

describe('tree', () => {
  it('[PL2] holds every goal exactly once and is at most three levels deep, whatever the places', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const nodes = all(buildTree(places));
        expect(nodes.map((node) => node.id).sort()).toEqual([...places.keys()].sort());
        expect(Math.max(0, ...nodes.map((node) => node.depth))).toBeLessThanOrEqual(MAX_DEPTH);
      }),
      { numRuns: 2000 },
    );
  });

  it('[PL3] does not depend on the order in which the places are listed', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const reversed = new Map([...places].reverse());
        expect(buildTree(reversed)).toEqual(buildTree(places));
      }),
      { numRuns: 1000 },
    );
  });

  it('[PL2] opens a cycle at its smallest id and keeps the rest of it together', () => {
    const places = new Map<string, Place>([
      ['b', ['c', 'a0']],
      ['c', ['a', 'a0']],
      ['a', ['b', 'a0']],
    ]);
    expect(buildTree(places)).toEqual([
      { id: 'a', children: [{ id: 'c', children: [{ id: 'b', children: [] }] }] },
    ]);
  });

  it('[PL2] moves what hangs too deep up to its deepest ancestor that may have children', () => {
    const places = new Map<string, Place>([
      ['r', [null, 'a0']],
      ['h', ['r', 'a0']],
      ['s', ['h', 'a0']],
      ['t', ['s', 'a1']],
    ]);
    const [root] = buildTree(places);
    expect(root?.children[0]?.children.map((node) => node.id)).toEqual(['s', 't']);
  });
});
