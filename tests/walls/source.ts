import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync } from 'vite';

/** The repository as the walls see it: files known to git or about to be, parsed once. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A node of the syntax tree, of whatever kind. */
export type Node = ESTree.Node;

export interface Source {
  path: string;
  text: string;
  program: Node;
}

/** Files of the repository, new ones included, whose name matches. */
export function filesOf(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const deleted = execFileSync('git', ['ls-files', '-d'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return listed.split('\n').filter((path) => pattern.test(path) && !deleted.includes(path));
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const CODE = /^(client|server|shared|tests|docs\/examples)\/.*\.tsx?$/;
let parsed: Source[] | undefined;

/** All code of the repository. */
export function sources(): Source[] {
  parsed ??= filesOf(CODE).map((path) => {
    const text = textOf(path);
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) {
      throw new Error(`${path}: ${errors[0]?.message}`);
    }
    return { path, text, program };
  });
  return parsed;
}

/** Goes through a tree, each node before its children. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) {
        walk(child, visit);
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The line on which something stands. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Files of the repository that are loaded together with this one: neither types nor what is imported later. */
export function staticImportsOf({ path, program }: Source): string[] {
  const found: string[] = [];
  walk(program, (node) => {
    const loads =
      (node.type === 'ImportDeclaration' && node.importKind !== 'type') ||
      ((node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') &&
        node.exportKind !== 'type');
    if (loads && node.source) {
      found.push(resolve(path, node.source.value));
    }
  });
  return found;
}

/** What a file imports: files of the repository by their path, the rest by name. Types count. */
export function importsOf({ path, program }: Source): string[] {
  const found: string[] = [];
  walk(program, (node) => {
    const from = 'source' in node ? node.source : null;
    if (isNode(from) && from.type === 'Literal' && typeof from.value === 'string') {
      found.push(resolve(path, from.value));
    }
  });
  return [...new Set(found)];
}

function resolve(path: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    return normalize(join(dirname(path), bare));
  }
  return bare.startsWith('#') ? bare.slice(1) : bare;
}
