import { expect, it } from 'vitest';
import type { Weight } from '#server/sync/guard/quota.ts';
import { EVERYBODY, Shares } from '#server/sync/guard/shares.ts';
import { compileKind } from '#server/sync/kinds.ts';
import { planKind } from '#shared/documents/plan/kind.ts';

const { limits } = compileKind(planKind);

it('[GU17] what one person has brought is added up as rarely as a plan is measured, not with each edit', () => {
  let now = 10_000;
  let walks = 0;
  const shares = new Shares(limits, () => now);
  const measure = (): Weight => {
    walks++;
    return { bytes: limits.documentBytes / 4, pieces: 0, paper: 0 };
  };
  for (let edit = 0; edit < 1_000; edit++) {
    expect(shares.of('anna', measure)).toBe(0.25);
  }
  expect(walks).toBe(1);
  now += limits.measureMs;
  shares.of('anna', measure);
  expect(walks).toBe(2);
  shares.of('ben', measure);
  expect(walks).toBe(3);
});

it('[GU17] what comes in between counts at once, as the smallest pieces that it can be made of', () => {
  const shares = new Shares(limits, () => 0);
  const measure = (): Weight => ({ bytes: 0, pieces: 0, paper: 0 });
  shares.of('anna', measure);
  shares.of('ben', measure);
  shares.grew('anna', { bytes: 262_144, paper: 0 });
  shares.grew('anna', { bytes: 262_144, paper: 0 });
  expect(shares.of('anna', measure)).toBeGreaterThan(limits.shareOfOne);
  expect(shares.of('ben', measure)).toBe(0);
});

it('[GU20] what words take on paper counts to the character, of one person and of all', () => {
  const shares = new Shares(limits, () => 0);
  const measure = (): Weight => ({ bytes: 0, pieces: 0, paper: 100 });
  for (const id of ['anna', 'ben', EVERYBODY]) {
    shares.of(id, measure);
  }
  shares.grew('anna', { bytes: 10, paper: 60 });
  shares.grew('ben', { bytes: 10, paper: 7 });
  const paper = ['anna', 'ben', EVERYBODY].map((id) => shares.paperOf(id, measure));
  expect(paper).toEqual([160, 107, 167]);
});
