import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Child } from '../servers/child.ts';

/** The part of a V8 profile that is read here. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

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
    console.error(`${file}\n${topSelfTime(profile, 15).join('\n')}`);
  }
}

/** The functions in which most time was spent themselves, as shares of all time that was not idle. */
export function topSelfTime(profile: CpuProfile, count: number): string[] {
  const names = new Map(profile.nodes.map((node) => [node.id, nameOf(node)]));
  const times = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? '?';
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  times.delete('(idle) ');
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => `  ${((time * 100) / all).toFixed(1).padStart(5)} %  ${name}`);
}

function nameOf({ callFrame }: CpuProfile['nodes'][number]): string {
  const { functionName, url, lineNumber } = callFrame;
  const place = url === '' ? '' : `${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`;
  return `${functionName || '(anonymous)'} ${place}`;
}
