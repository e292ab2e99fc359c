import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '#shared/api/errors.ts';
import type { Language } from '#shared/i18n/language.ts';
import { translator } from '#shared/i18n/translate.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { buildDocument, type ExportInput } from './document.ts';
import { FAMILIES, FONT_FOLDER } from './glyphs.ts';
import { exportFileName, exportJson } from './json.ts';

/** The compiler of the platform this package has one for. Elsewhere JSON is what there is. */
const COMPILER = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
/** Readable by screen readers, fonts embedded; the exact content is attached beside it. */
const STANDARD = 'ua-1';
/** Results of the compiler that no export used this many times in a row are forgotten. */
const CACHE_AGE = 5;

/** An export that could not be made; `message` is for the person. */
export class ExportError extends Error {
  readonly code: Extract<ErrorCode, 'export_unavailable' | 'internal'>;

  constructor(code: ExportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExportError';
    this.code = code;
  }
}

/** The part of the native compiler that is used; the platform package brings no types. */
interface Compiler {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): CompileResult;
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Uint8Array;
  evictCache(maxAge: number): void;
}

interface CompileResult {
  result: object | null;
  hasError(): boolean;
  takeError(): { shortDiagnostics?: unknown } | null;
}

interface CompilerModule {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): Compiler };
}

let compiler: Compiler | undefined;

/**
 * One version as a tagged PDF with the exact content attached. Equal input gives equal bytes.
 * @throws ExportError `export_unavailable` where the typesetter is missing
 * @throws Error when `version` is not the version of this content
 */
export async function exportPdf(input: ExportInput): Promise<Uint8Array> {
  const { content, version } = input;
  if (contentHash(canonicalBytes(content)) !== version.sha256) {
    throw new Error(`The content is not that of version ${version.id}`);
  }
  const typst = loadCompiler(input.language ?? content.locale);
  const attachment = exportFileName(version, 'json');
  const compiled = typst.compile({
    mainFileContent: template(),
    inputs: {
      document: JSON.stringify(buildDocument(input, attachment)),
      attachment,
      content: new TextDecoder().decode(exportJson(input)),
    },
  });
  if (compiled.hasError() || !compiled.result) {
    throw typesetError(compiled.takeError()?.shortDiagnostics);
  }
  try {
    const bytes = typst.pdf(compiled.result, { pdfStandard: STANDARD, creationTimestamp: lastChange(input) });
    return new Uint8Array(bytes);
  } catch (error) {
    throw typesetError(error);
  } finally {
    typst.evictCache(CACHE_AGE);
  }
}

/** Whether this machine can make PDFs; for the health page. */
export function pdfAvailable(): boolean {
  try {
    loadCompiler('de');
    return true;
  } catch {
    return false;
  }
}

function loadCompiler(language: Language): Compiler {
  if (compiler) {
    return compiler;
  }
  try {
    const module = createRequire(import.meta.url)(COMPILER) as CompilerModule;
    const fontBlobs = FAMILIES.flatMap(({ files }) =>
      files.map((file) => readFileSync(new URL(file, FONT_FOLDER))),
    );
    compiler = module.NodeCompiler.create({
      workspace: fileURLToPath(new URL('.', import.meta.url)),
      fontArgs: [{ fontBlobs }],
    });
    return compiler;
  } catch (cause) {
    const message = translator(language, 'neutral')('error.export_unavailable');
    throw new ExportError('export_unavailable', message, { cause });
  }
}

function template(): string {
  return readFileSync(new URL('./protocol.typ', import.meta.url), 'utf8');
}

/** Seconds since 1970 of the last thing that changed the page. */
function lastChange({ version, signoffs }: ExportInput): number {
  const moments = [version.frozenAt, version.sealedAt, ...signoffs.map(({ at }) => at)];
  return Math.floor(Math.max(...moments.map((moment) => (moment ? Date.parse(moment) : 0))) / 1000);
}

/** Diagnostics name places in the template, never words of people, so they may go to the log. */
function typesetError(cause: unknown): ExportError {
  return new ExportError('internal', 'The typesetter refused the protocol', { cause });
}
