import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { LOG_LEVELS, type LogLevel } from './log/events.ts';

/** Where the data lives. */
export type DatabaseConfig = { kind: 'embedded'; folder: string } | { kind: 'postgres'; url: string };

/** How operators read the metrics; one way or both. */
export interface MetricsConfig {
  /** A port of their own, for whoever reaches it. */
  listen: { host: string; port: number } | null;
  /** On the public port, for who knows this token. */
  token: string | null;
}

/** Everything the environment decides, parsed once at start. */
export interface Config {
  port: number;
  host: string;
  /** Public address without a slash at the end; null: the address this process listens on. */
  baseUrl: string | null;
  dataDir: string;
  /** What must not go back with the database when a backup is put in. */
  keepDir: string;
  database: DatabaseConfig;
  /** Signs account sessions; at least 32 characters. */
  secret: string;
  /** The example case is loaded at the start, with the newcomer's page. */
  example: boolean;
  /** Lines below it are not written. */
  logLevel: LogLevel;
  /** Null: there are no metrics. */
  metrics: MetricsConfig | null;
}

/** Something outside the program is wrong; the message says what and how to mend it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Host names under which a browser on this machine may open the product. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

const SECRET_FILE = 'secret';
const SECRET_CHARS = 32;
const METRICS_TOKEN_CHARS = 16;

/** Reads the environment. Throws `StartError` with one sentence where a value cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataDir = resolve(env['DATA_DIR'] || './data');
  const url = env['DATABASE_URL'] || null;
  const database: DatabaseConfig = url
    ? { kind: 'postgres', url: postgresUrl(url) }
    : { kind: 'embedded', folder: join(dataDir, 'database') };
  const port = readPort('PORT', env['PORT'] || '3000');
  const metrics = readMetrics(env, port);
  const logLevel = readLogLevel(env['LOG_LEVEL'] || 'info');
  return {
    port,
    host: env['HOST'] || '127.0.0.1',
    baseUrl: readBaseUrl(env['BASE_URL']),
    dataDir,
    keepDir: resolve(env['KEEP_DIR'] || join(dataDir, 'keep')),
    database,
    secret: readSecret(env['SECRET'], database, dataDir),
    example: readExample(env['EXAMPLE'], database),
    logLevel,
    metrics,
  };
}

function readPort(name: string, value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`${name} must be a number from 0 to 65535, it is "${value}".`);
  }
  return port;
}

/** Only the embedded database brings the example along unasked: it is for trying out. */
function readExample(value: string | undefined, database: DatabaseConfig): boolean {
  switch (value || 'default') {
    case 'default':
      return database.kind === 'embedded';
    case 'on':
      return true;
    case 'off':
      return false;
    default:
      throw new StartError(`EXAMPLE must be "on" or "off", it is "${value}".`);
  }
}

function readLogLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === value);
  if (!level) {
    throw new StartError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, it is "${value}".`);
  }
  return level;
}

function readMetrics(env: NodeJS.ProcessEnv, publicPort: number): MetricsConfig | null {
  const value = env['METRICS_PORT'];
  const token = env['METRICS_TOKEN'] || null;
  const port = value ? readPort('METRICS_PORT', value) : null;
  if (port !== null && port !== 0 && port === publicPort) {
    throw new StartError(`METRICS_PORT must be another port than PORT, both are ${port}.`);
  }
  if (token !== null && !isToken(token)) {
    throw new StartError(
      `METRICS_TOKEN must have at least ${METRICS_TOKEN_CHARS} letters, digits or signs without a space; make one with: openssl rand -hex 32`,
    );
  }
  if (port === null && token === null) {
    return null;
  }
  return { listen: port === null ? null : { host: env['METRICS_HOST'] || '127.0.0.1', port }, token };
}

/** Whether it is long enough and can be sent in a header. */
function isToken(token: string): boolean {
  return token.length >= METRICS_TOKEN_CHARS && /^[\x21-\x7e]+$/.test(token);
}

function readBaseUrl(value: string | undefined): string | null {
  if (!value) {
    return null;
  }
  const url = URL.parse(value);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new StartError(`BASE_URL must be an address such as https://plan.example.org, it is "${value}".`);
  }
  if (url.href !== `${url.origin}/`) {
    throw new StartError(
      `BASE_URL must be an address without a path, such as ${url.origin}: pages live at its root.`,
    );
  }
  return url.origin;
}

function postgresUrl(value: string): string {
  if (!/^postgres(ql)?:\/\//.test(value)) {
    throw new StartError('DATABASE_URL must start with postgres:// (user, password, host, database).');
  }
  return value;
}

function readSecret(value: string | undefined, database: DatabaseConfig, dataDir: string): string {
  if (value) {
    if (value.length < SECRET_CHARS) {
      throw new StartError(
        `SECRET must have at least ${SECRET_CHARS} characters; make one with: openssl rand -hex 32`,
      );
    }
    return value;
  }
  if (database.kind === 'postgres') {
    throw new StartError('With DATABASE_URL a SECRET is needed; make one with: openssl rand -hex 32');
  }
  return keptSecret(dataDir);
}

/** The embedded database makes its own secret once and keeps it beside its data. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, SECRET_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      const secret = randomBytes(32).toString('hex');
      writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
      return secret;
    }
  } catch {
    throw new StartError(`The data folder ${dataDir} cannot be written; choose another one with DATA_DIR.`);
  }
}

/** IPv4 addresses under which other devices in the same network reach this machine. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
}

/** Whether other devices can reach this process. */
export function listensOnNetwork(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/**
 * Origins from which a browser may send requests and open sockets: the public address, and where
 * the database is the embedded one every loopback name and the addresses of this machine in its network.
 */
export function allowedOrigins(config: Config, port: number): Set<string> {
  if (config.baseUrl) {
    const origins = new Set([config.baseUrl]);
    return config.database.kind === 'embedded' ? addLocal(origins, config, port) : origins;
  }
  return addLocal(new Set(), config, port);
}

function addLocal(origins: Set<string>, config: Config, port: number): Set<string> {
  const names = [...LOOPBACK_NAMES, ...(listensOnNetwork(config.host) ? lanAddresses() : [config.host])];
  for (const name of names) {
    origins.add(`http://${name}:${port}`);
  }
  return origins;
}
