import { expect, it } from 'vitest';
import { CEILINGS, measureClient } from '../bench/client.ts';

it('[UI78] every page keeps to its ceiling, from the link to the moment it can be used', async () => {
  const stages = await measureClient();
  expect(stages.map(({ stage }) => stage).sort()).toEqual(Object.keys(CEILINGS).sort());
  expect(stages.filter(({ stage, total }) => total > CEILINGS[stage])).toEqual([]);
});
