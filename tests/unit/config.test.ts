import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedOrigins, readConfig, StartError } from '#server/config.ts';
import { reservePort } from '#server/listen.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planrunde-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const postgres = { DATABASE_URL: 'postgres://u@h/d', SECRET: 'x'.repeat(32) };

describe('configuration', () => {
  it('[OP5] without anything set it is for trying out on port 3000 with a secret made once and kept', () => {
    const first = readConfig({ DATA_DIR: folder });
    expect(first).toMatchObject({ port: 3000, host: '127.0.0.1', example: true, baseUrl: null });
    expect(readConfig({ DATA_DIR: folder }).secret).toBe(first.secret);
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(first.secret);
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  it.each([
    [{ PORT: 'abc' }, /PORT must be a number/],
    [{ PORT: '70000' }, /PORT must be a number/],
    [{ BASE_URL: 'plan.example.org' }, /BASE_URL must be an address/],
    [{ BASE_URL: 'https://plan.example.org/x' }, /without a path/],
    [{ BASE_URL: 'https://plan.example.org/?office=1' }, /without a path/],
    [{ BASE_URL: 'https://office:word@plan.example.org' }, /without a path/],
    [{ DATABASE_URL: 'mysql://x', SECRET: 'x'.repeat(32) }, /must start with postgres/],
    [{ DATABASE_URL: 'postgres://u@h/d' }, /a SECRET is needed/],
    [{ ...postgres, SECRET: 'short' }, /at least 32 characters/],
    [{ DATA_DIR: '/dev/null/data' }, /cannot be written/],
    [{ EXAMPLE: 'yes' }, /EXAMPLE must be "on" or "off"/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, it is "loud"/],
    [{ LOG_LEVEL: 'INFO' }, /LOG_LEVEL must be one of/],
    [{ METRICS_PORT: 'x' }, /METRICS_PORT must be a number/],
    [{ METRICS_PORT: '70000' }, /METRICS_PORT must be a number/],
    [{ METRICS_PORT: '3000' }, /METRICS_PORT must be another port than PORT/],
    [{ METRICS_TOKEN: 'fifteen-letters' }, /METRICS_TOKEN must have at least 16 .*openssl rand/],
    [{ METRICS_TOKEN: 'sixteen letters and a space' }, /METRICS_TOKEN must have at least 16/],
    [{ METRICS_TOKEN: 'sechzehn-zeichen-mit-ä' }, /METRICS_TOKEN must have at least 16/],
  ])('[OP5] %o is refused in one sentence with the mend', (env, sentence) => {
    const reading = (): unknown => readConfig({ DATA_DIR: folder, ...env });
    expect(reading).toThrow(StartError);
    expect(reading).toThrow(sentence);
  });

  it.each([
    [{}, 'embedded', true],
    [{ EXAMPLE: '' }, 'embedded', true],
    [{ EXAMPLE: 'off' }, 'embedded', false],
    [postgres, 'postgres', false],
    [{ ...postgres, EXAMPLE: 'on' }, 'postgres', true],
  ])('[OP20] %o has a database of kind %s, and the example loaded: %s', (env, kind, example) => {
    const config = readConfig({ DATA_DIR: folder, ...env });
    expect({ kind: config.database.kind, example: config.example }).toEqual({ kind, example });
  });

  it('[OP41] logs from info on unless told otherwise', () => {
    expect(readConfig({ DATA_DIR: folder }).logLevel).toBe('info');
    expect(readConfig({ DATA_DIR: folder, LOG_LEVEL: '' }).logLevel).toBe('info');
    expect(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'trace' }).logLevel).toBe('trace');
  });

  it('[OP16] has no metrics unless a port or a token is set', () => {
    const metricsOf = (env: Record<string, string>) => readConfig({ DATA_DIR: folder, ...env }).metrics;
    expect(metricsOf({})).toBeNull();
    expect(metricsOf({ METRICS_PORT: '', METRICS_TOKEN: '', METRICS_HOST: '0.0.0.0' })).toBeNull();
    expect(metricsOf({ METRICS_PORT: '9464' })).toEqual({
      listen: { host: '127.0.0.1', port: 9464 },
      token: null,
    });
    expect(metricsOf({ METRICS_PORT: '0', METRICS_HOST: '::1', METRICS_TOKEN: 'x'.repeat(16) })).toEqual({
      listen: { host: '::1', port: 0 },
      token: 'x'.repeat(16),
    });
    expect(metricsOf({ METRICS_TOKEN: 'x'.repeat(16) })).toEqual({ listen: null, token: 'x'.repeat(16) });
  });

  it('[OP6] allows every loopback name with the embedded database and only the public address otherwise', () => {
    const trial = allowedOrigins(readConfig({ DATA_DIR: folder }), 3000);
    expect([...trial].sort()).toEqual([
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://localhost:3000',
    ]);
    const real = readConfig({ ...postgres, DATA_DIR: folder, BASE_URL: 'https://plan.example.org/' });
    expect([...allowedOrigins(real, 3000)]).toEqual(['https://plan.example.org']);
  });

  it('[OP7] a busy port is named before anything is opened', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(reservePort('127.0.0.1', port)).rejects.toThrow(/is in use; stop what listens there/);
    await new Promise((resolve) => blocker.close(resolve));
    await expect(reservePort('127.0.0.1', port)).resolves.toBe(port);
    await expect(reservePort('203.0.113.7', 0)).rejects.toThrow(/not an address of this machine/);
  });
});
