import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HomeMeeting, HomeWaiting } from '#shared/api/answers.ts';
import { LanguageProvider } from '../../../client/app/LanguageProvider.tsx';
import { bringLanguage, withEveryText } from '../../../client/app/locales.ts';
import { Outside } from '../../../client/home/Outside.tsx';

const FATHER = { id: 'kr', name: 'Herr Krüger', initials: 'Kr', hue: 2, subtitle: 'Papa' };

function sealed(waiting: HomeWaiting[]): HomeMeeting {
  return {
    facts: {
      id: 'm1',
      number: 2,
      type: 'fortschreibung',
      childName: 'Leon',
      date: '2026-03-10',
      start: '16:00',
      end: '17:20',
      facilitator: { name: 'Frau Seidel', phone: null },
    },
    caseId: 'case-leon',
    caseLabel: 'Leon W.',
    place: 'Jugendtreff „Anker“',
    state: 'sealed',
    people: [],
    waiting,
    version: null,
    decided: 0,
    expected: 0,
  };
}

describe('who waits, on the home of who leads', () => {
  beforeAll(() => withEveryText(bringLanguage('de')));

  const render = (...meetings: HomeMeeting[]): string =>
    renderToStaticMarkup(
      createElement(LanguageProvider, {
        language: 'de',
        address: 'sie',
        // biome-ignore lint/correctness/noChildrenProp: createElement wants the typed property.
        children: createElement(Outside, { meetings, onEnter: () => Promise.resolve() }),
      }),
    );

  it('[UI221] is said for a sealed meeting too: who, since when, at which meeting, and the way there', () => {
    const markup = render(sealed([]), sealed([{ person: FATHER, since: '2026-04-01T16:05:00Z' }]));
    expect(markup).toContain('Herr Krüger wartet im Vorraum, seit 1. April, 18:05 Uhr.');
    expect(markup).toContain('Leon W., Gespräch am 10. März 2026.');
    expect(markup.match(/Zum Vorraum/g)).toHaveLength(1);
  });

  it('[UI221] a screen is nobody: it is told of where nobody else waits', () => {
    const since = '2026-04-01T16:05:00Z';
    expect(render(sealed([{ person: null, since }]))).toContain('Ein Bildschirm wartet im Vorraum');
    expect(
      render(
        sealed([
          { person: null, since },
          { person: FATHER, since },
        ]),
      ),
    ).not.toContain('Bildschirm');
    expect(render(sealed([]))).toBe('');
  });
});
