import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEARNESS, nearnessOf, placeInRing } from '#shared/documents/plan/nearness.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { addResource, placeResource } from '#shared/documents/plan/resources.ts';
import { resourceDomain } from '#shared/domain/codes.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { placesForResource } from '../../../../client/plan/board/model/where.ts';
import { spokenResource } from '../../../../client/plan/words/resources.ts';
import { plainWords } from '../../../../client/ui/text/in-parts.ts';
import { goalsOf } from './arbitraries.ts';

const unit = fc.integer({ min: -1000, max: 1000 });
const t = translatorFor('de', 'neutral');

describe('how near a strength is', () => {
  it('[BO26] what is chosen is what is read, on the same side of the map', () => {
    fc.assert(
      fc.property(
        fc.option(fc.tuple(unit, unit)),
        fc.constantFrom(...resourceDomain),
        fc.constantFrom(...NEARNESS),
        (pos, domain, ring) => {
          const { doc } = goalsOf({});
          const id = addResource(doc, { domain, title: 'Oma', pos }, 'list');
          placeResource(doc, id, placeInRing({ pos, domain }, ring), 'list');
          const placed = readPlan(doc).resources[0]?.pos ?? null;
          expect(nearnessOf(placed)).toBe(ring);
          const [x, y] = pos ?? [0, 0];
          expect((placed?.[0] ?? 0) * x).toBeGreaterThanOrEqual(0);
          expect((placed?.[1] ?? 0) * y).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('[BO26] is offered in "Wohin?" and spoken, and nothing is said where nobody has placed it', () => {
    const { doc } = goalsOf({});
    const id = addResource(doc, { domain: 'sozial', title: 'Oma' }, 'list');
    const look = () => {
      const words = { t, locale: 'de-DE', plan: readPlan(doc), persons: [] };
      const resource = words.plan.resources.find((one) => one.id === id);
      return resource
        ? {
            offered: placesForResource(words, resource).flatMap((place) =>
              'nearness' in place ? [plainWords(place.text)] : [],
            ),
            spoken: plainWords(spokenResource(words, resource)),
          }
        : null;
    };
    expect(look()?.offered).toEqual(['nah', 'mittel', 'fern']);
    expect(look()?.spoken).not.toMatch(/nah|mittel|fern/);
    placeResource(doc, id, placeInRing({ pos: null, domain: 'sozial' }, 'nah'), 'list');
    expect(look()?.offered).toEqual(['mittel', 'fern']);
    expect(look()?.spoken).toContain('Oma, nah');
  });
});
