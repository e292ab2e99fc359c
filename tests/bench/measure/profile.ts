import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Child } from '../servers/child.ts';

interface ProfileNode {
  id: number;
  children?: number[];
  callFrame: { functionName: string; url: string; lineNumber: number };
}

/** The part of a V8 profile that is read here. */
export interface CpuProfile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

const SHOWN = 15;
const IDLE = '(idle)';
/** Starting and stopping the profile itself. */
const PROFILER = 'post node:inspector';
const ALONE = '(Node and libraries alone)';

/** Runs `work` while the server writes down what it does, where a file for it is named. */
export async function profiled<T>(child: Child, file: string | null, work: () => Promise<T>): Promise<T> {
  if (file === null) {
    return work();
  }
  await child.ask('startProfile');
  try {
    return await work();
  } finally {
    const profile = await child.ask<CpuProfile>('stopProfile');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    console.error(`${file}\n${topFunctions(profile, SHOWN).join('\n')}`);
    console.error(`  with what they call of Node and libraries:\n${topOwners(profile, SHOWN).join('\n')}`);
  }
}

/** The functions in which most time was spent themselves, as shares of all time that was not idle. */
function topFunctions(profile: CpuProfile, count: number): string[] {
  return top(profile, new Map(profile.nodes.map((node) => [node.id, nameOf(node)])), count);
}

/** The same by functions of the server, each with what it calls of Node and of libraries. */
function topOwners(profile: CpuProfile, count: number): string[] {
  const owners = new Map<number, string>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const visit = (id: number, owner: string): void => {
    const node = byId.get(id);
    if (node) {
      const isPseudo = node.callFrame.url === '' && node.callFrame.functionName.startsWith('(');
      const own = isOurs(node) || isPseudo || nameOf(node) === PROFILER ? nameOf(node) : owner;
      owners.set(id, own);
      for (const child of node.children ?? []) {
        visit(child, isPseudo ? ALONE : own);
      }
    }
  };
  visit(profile.nodes[0]?.id ?? 0, ALONE);
  return top(profile, owners, count);
}

function top(profile: CpuProfile, names: ReadonlyMap<number, string>, count: number): string[] {
  const times = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? '?';
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  times.delete(IDLE);
  times.delete(PROFILER);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => `  ${((time * 100) / all).toFixed(1).padStart(5)} %  ${name}`);
}

function isOurs({ callFrame }: ProfileNode): boolean {
  return /\/(server|shared)\//.test(callFrame.url) && !callFrame.url.includes('node_modules');
}

function nameOf({ callFrame }: ProfileNode): string {
  const { functionName, url, lineNumber } = callFrame;
  if (url === 'node:inspector') {
    return PROFILER;
  }
  const place = url === '' ? '' : ` ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`;
  return `${functionName || '(anonymous)'}${place}`;
}
