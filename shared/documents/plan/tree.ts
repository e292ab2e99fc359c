/**
 * The goal tree from places alone. One pure function repairs what concurrent moves can break
 * (cycles, too much depth, unknown parents), the same on every side, without writing.
 */

/** Where a goal hangs: its parent's id (null at the top) and its order key among its siblings. */
export type Place = readonly [parentId: string | null, order: string];

/** Richtungsziel 0, Handlungsziel 1, Handlungsschritt 2. */
export const MAX_DEPTH = 2;

/** A node of the repaired tree: its id and its children in order. */
export interface TreeNode {
  id: string;
  children: TreeNode[];
}

/**
 * Builds the tree.
 * - An unknown parent counts as the top.
 * - A cycle is opened at its smallest id, which goes to the top.
 * - What hangs too deep moves up to the deepest ancestor that may have children.
 * Siblings are ordered by key, then by id.
 */
export function buildTree(places: ReadonlyMap<string, Place>): TreeNode[] {
  const parents = openCycles(places);
  const children = new Map<string | null, string[]>();
  for (const [id, parent] of allowedParents(parents)) {
    const siblings = children.get(parent);
    if (siblings) {
      siblings.push(id);
    } else {
      children.set(parent, [id]);
    }
  }
  const grow = (parent: string | null): TreeNode[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => compareOrder(places, a, b))
      .map((id) => ({ id, children: grow(id) }));
  return grow(null);
}

function compareOrder(places: ReadonlyMap<string, Place>, a: string, b: string): number {
  const [orderA, orderB] = [places.get(a)?.[1] ?? '', places.get(b)?.[1] ?? ''];
  if (orderA !== orderB) {
    return orderA < orderB ? -1 : 1;
  }
  return a < b ? -1 : 1;
}

function openCycles(places: ReadonlyMap<string, Place>): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const id of [...places.keys()].sort()) {
    const parent = places.get(id)?.[0] ?? null;
    parents.set(id, parent !== null && places.has(parent) ? parent : null);
  }
  const safe = new Set<string>();
  for (const id of parents.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null = id;
    while (at !== null && !safe.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && onPath.has(at)) {
      const cycle = path.slice(path.indexOf(at)).sort();
      parents.set(cycle[0] as string, null);
    }
    for (const step of path) {
      safe.add(step);
    }
  }
  return parents;
}

/** Where each goal may hang: its parent, or the deepest ancestor that may have children. */
function allowedParents(parents: ReadonlyMap<string, string | null>): Map<string, string | null> {
  /** The first ancestors of a goal from the top, itself included: as many as may have children. */
  const lines = new Map<string, readonly string[]>();
  const lineOf = (id: string): readonly string[] => {
    const path: string[] = [];
    for (let at: string | null = id; at !== null && !lines.has(at); at = parents.get(at) ?? null) {
      path.push(at);
    }
    for (const step of path.reverse()) {
      const above = lines.get(parents.get(step) ?? '') ?? [];
      lines.set(step, above.length < MAX_DEPTH ? [...above, step] : above);
    }
    return lines.get(id) ?? [];
  };
  return new Map(
    [...parents].map(([id, parent]) => [id, parent === null ? null : (lineOf(parent).at(-1) ?? null)]),
  );
}

/** Levels below and including this node: 1 for a leaf. */
export function height(node: TreeNode): number {
  return 1 + Math.max(0, ...node.children.map(height));
}
