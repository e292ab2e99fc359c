import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { exchangeLink } from '#shared/api/routes/links.ts';
import type { LobbyView } from '#shared/api/view.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { ApiError, createApi } from '../../../client/app/api.ts';
import { dayOf, formatDay, formatTime } from '../../../client/app/format.ts';
import { LanguageProvider } from '../../../client/app/LanguageProvider.tsx';
import { bringLanguage } from '../../../client/app/locales.ts';
import { Ask } from '../../../client/lobby/Ask.tsx';
import { Lobby } from '../../../client/lobby/Lobby.tsx';
import { troubleOf } from '../../../client/lobby/trouble.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page with an address bar; records what becomes of it. */
function page(pathname: string, hash: string) {
  const listeners = new Map<string, () => void>();
  const stored: string[] = [];
  const window = {
    location: { pathname, hash },
    history: {
      replaceState(_state: unknown, _title: string, address: string) {
        window.location.hash = '';
        window.location.pathname = address;
      },
    },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
  };
  const storage = { setItem: (_key: string, value: string) => stored.push(value), getItem: () => null };
  vi.stubGlobal('window', window);
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('sessionStorage', storage);
  return { window, listeners, stored };
}

describe('personal link', () => {
  it('[UI15] takes the token out of the address bar and keeps it in memory only', async () => {
    const { window, listeners, stored } = page('/j', '#canary-token');
    const { linkToken, takeToken } = await import('../../../client/lobby/token.ts');
    takeToken();
    expect(window.location).toEqual({ pathname: '/j', hash: '' });
    expect(linkToken.get()).toBe('canary-token');
    window.location.hash = '#another';
    listeners.get('hashchange')?.();
    expect(linkToken.get()).toBe('another');
    expect(window.location.hash).toBe('');
    expect(stored).toEqual([]);
  });

  it('[UI15] leaves the fragment of any other page alone', async () => {
    const { window } = page('/p/leon', '#ziele');
    const { linkToken, takeToken } = await import('../../../client/lobby/token.ts');
    takeToken();
    expect(window.location.hash).toBe('#ziele');
    expect(linkToken.get()).toBeNull();
  });

  it('[UI15] sends the token in the body, never in the address', async () => {
    const requests: { url: string; body: unknown }[] = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      requests.push({ url, body: init.body });
      return new Response(JSON.stringify({ participationId: 'leon' }));
    });
    const api = createApi({ t: translatorFor('de', 'neutral'), language: 'de' });
    await expect(api.call(exchangeLink, { body: { token: 'canary' } })).resolves.toEqual({
      participationId: 'leon',
    });
    expect(requests).toEqual([{ url: '/api/links/exchange', body: '{"token":"canary"}' }]);
  });

  it.each(['link_invalid', 'bad_request', 'not_found'] as const)('[UI16] %s: the same page', (code) => {
    expect(troubleOf(new ApiError(code, 'whatever the server says'))).toEqual({ kind: 'invalid' });
  });

  it('[UI16] without a network the link stays; other trouble is told in the words of the server', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    const api = createApi({ t: translatorFor('de', 'neutral'), language: 'de' });
    const failure = await api.call(exchangeLink, { body: { token: 'x' } }).catch((error: unknown) => error);
    expect(troubleOf(failure)).toEqual({ kind: 'offline' });
    expect(troubleOf(new ApiError('rate_limited', 'Bitte kurz warten.'))).toEqual({
      kind: 'failed',
      message: 'Bitte kurz warten.',
    });
  });
});

describe('lobby', () => {
  const view: LobbyView = {
    kind: 'lobby',
    step: 'waiting',
    me: {
      participationId: 'krueger',
      person: { id: 'p', name: 'Herr Krüger', initials: 'Kr', hue: 2, subtitle: 'Papa' },
      role: 'elternteil_ohne_sorge',
      language: 'de',
      address: 'sie',
      secondDevice: false,
    },
    meeting: {
      childName: 'Leon',
      when: { date: '2026-03-10', start: '16:00', end: '17:20' },
      facilitator: { name: 'Frau Seidel', phone: '040 123 456' },
    },
    waitingSince: null,
    isSealed: false,
  };
  beforeAll(() => bringLanguage('de'));

  const render = (shown: LobbyView): string =>
    renderToStaticMarkup(
      createElement(LanguageProvider, {
        language: 'de',
        address: shown.me.address,
        // biome-ignore lint/correctness/noChildrenProp: createElement wants the typed property.
        children: createElement(Lobby, { view: shown, isOffline: false }),
      }),
    );

  it('[UI17] shows the own sign and six empty seats, and calls by the number that is there', () => {
    const markup = render(view);
    expect(markup).toContain('Guten Tag, Herr\u00a0Krüger.');
    expect(markup).toContain('Frau Seidel holt Sie gleich herein.');
    expect(markup).toContain('Dienstag, 10. März, 16 bis 17:20 Uhr');
    expect(markup).toContain('href="tel:040123456"');
    expect(markup.match(/<text /g)).toHaveLength(1);
    expect(markup.match(/<circle cx="\d+" cy="\d+" r="19" fill="var\(--bg\)"/g)).toHaveLength(7);
  });

  it('[UI17] after sealing says what one waits for, and nothing of a meeting that is about to begin', () => {
    const markup = render({ ...view, isSealed: true });
    expect(markup).toContain('Das Protokoll ist schon abgeschlossen.');
    expect(markup).toContain('sobald Frau Seidel Sie hereinlässt oder Ihnen einen neuen Link gibt.');
    expect(markup).not.toContain('gleich herein');
    const screen = render({ ...view, me: { ...view.me, person: null }, isSealed: true });
    expect(screen).toContain('Das Protokoll ist schon abgeschlossen.');
    expect(screen).not.toContain('gleich');
    const asked = renderToStaticMarkup(
      createElement(LanguageProvider, {
        language: 'de',
        address: 'sie',
        // biome-ignore lint/correctness/noChildrenProp: createElement wants the typed property.
        children: createElement(Ask, { view: { ...view, step: 'asked' }, onNotMe: () => {} }),
      }),
    );
    expect(asked).toContain('Es geht um den Plan für Leon.');
    expect(asked).not.toContain('Gleich geht es');
  });

  it('[UI17] offers no call without a number, and speaks as the person is spoken to', () => {
    const markup = render({
      ...view,
      me: {
        ...view.me,
        address: 'du',
        role: 'junger_mensch',
        person: { id: 'l', name: 'Leon', initials: 'Le', hue: 0, subtitle: '' },
      },
      meeting: { ...view.meeting, facilitator: { name: 'Frau Seidel', phone: null } },
    });
    expect(markup).toContain('Hallo Leon.');
    expect(markup).toContain('Frau Seidel holt dich gleich rein.');
    expect(markup).toContain('Dein Plangespräch');
    expect(markup).not.toContain('tel:');
  });
});

describe('days and times', () => {
  it.each([
    ['16:00', '16'],
    ['17:20', '17:20'],
    ['09:05', '9:05'],
    ['2026-03-10T15:04:00Z', '16:04'],
    ['2026-07-01T22:30:00Z', '00:30'],
  ])('[UI18] %s is told as %s', (time, told) => {
    expect(formatTime(time, 'de-DE')).toBe(told);
  });

  it.each([
    ['day', '16. September'],
    ['long', '16. September 2025'],
    ['weekday', 'Dienstag, 16. September'],
    ['short', '16.09.2025'],
  ] as const)('[UI18] a day as %s', (style, told) => {
    expect(formatDay('2025-09-16', 'de-DE', style)).toBe(told);
  });

  it("[UI18] today is the office's day, also shortly after its midnight", () => {
    expect(dayOf(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
    expect(dayOf(new Date('2026-01-01T22:30:00Z'))).toBe('2026-01-01');
  });
});
