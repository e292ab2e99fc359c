import { getCookies } from 'better-auth/cookies';
import { describe, expect, it } from 'vitest';
import { authOptions, CLIENT_ADDRESS_HEADER } from '#server/accounts/auth-options.ts';
import { connect } from '#server/db/database.ts';

const SECRET = 'k7Qm2vX9pL4tR8wZ1nB6yH3cD5fG0jSa';

function optionsFor(baseUrl: string): ReturnType<typeof authOptions> {
  // A pool opens no connection before its first query, and there is none here.
  const sql = connect('postgres://nobody@127.0.0.1:1/none');
  return authOptions({
    sql,
    log: () => {},
    secret: SECRET,
    baseUrl,
    origins: [baseUrl],
    onSessionEnd: async () => undefined,
    onSessionRenewed: async () => undefined,
  });
}

describe('settings of the accounts', () => {
  it('[AC12] address and secret are set, no session is cached, nobody signs up', () => {
    const options = optionsFor('https://plan.example.org');
    expect(options.baseURL).toBe('https://plan.example.org');
    expect(options.secret).toBe(SECRET);
    expect(options.session?.cookieCache?.enabled).toBe(false);
    expect(options.emailAndPassword).toMatchObject({ enabled: true, disableSignUp: true });
    expect(options.disabledPaths).toContain('/sign-up/email');
    expect(options.trustedOrigins).toEqual(['https://plan.example.org']);
    expect(options.telemetry?.enabled).toBe(false);
  });

  it('[AC12] one plugin beside our own, no foreign identity provider, no check switched off', () => {
    const options = optionsFor('https://plan.example.org');
    expect(options.plugins?.map(({ id }) => id)).toEqual(['two-factor', 'proven-sessions']);
    expect(options.socialProviders).toBeUndefined();
    expect(options.advanced?.disableCSRFCheck).toBeUndefined();
    expect(options.advanced?.disableOriginCheck).toBeUndefined();
  });

  it('[AC12] the rate limit is on and counts by the address that we write ourselves', () => {
    const options = optionsFor('http://localhost:3000');
    expect(options.rateLimit).toMatchObject({ enabled: true });
    for (const path of ['/sign-in/email', '/two-factor/*']) {
      expect(options.rateLimit?.customRules?.[path]).toEqual({ window: 60, max: 300 });
    }
    expect(options.advanced?.ipAddress?.ipAddressHeaders).toEqual([CLIENT_ADDRESS_HEADER]);
  });

  it('[AC5] cookies are strict and hidden from scripts, and Secure with __Host- exactly under https', () => {
    const strict = { sameSite: 'strict', httpOnly: true, path: '/' };
    for (const [baseUrl, name, secure] of [
      ['https://plan.example.org', '__Host-planrunde.session_token', true],
      ['http://localhost:3000', 'planrunde.session_token', false],
    ] as const) {
      // As the library itself names it: it may put a prefix of its own before ours.
      const { sessionToken } = getCookies(optionsFor(baseUrl));
      expect(sessionToken.name).toBe(name);
      expect(sessionToken.attributes).toMatchObject({ ...strict, secure });
    }
  });
});
