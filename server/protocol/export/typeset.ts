import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildDocument, type ExportInput } from './document.ts';
import { cautiousGlyphs, embeddedGlyphs, fontFiles, type Glyphs } from './glyphs.ts';
import { exportFileName, exportJson } from './json.ts';

/** The compiler of the platform this package has one for. Elsewhere JSON is what there is. */
const COMPILER = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
/** Readable by screen readers, fonts embedded; the exact content is attached beside it. */
const STANDARD = 'ua-1';

/** The part of the native compiler that is used; the platform package brings no types. */
interface Compiler {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): CompileResult;
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Uint8Array;
}

interface CompileResult {
  result: { numOfPages: number } | null;
  hasError(): boolean;
  takeError(): { shortDiagnostics?: unknown } | null;
}

interface CompilerModule {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): Compiler };
}

const require = createRequire(import.meta.url);
let compiler: Compiler | undefined;

/** Whether this machine has the compiler. */
export function hasCompiler(): boolean {
  try {
    require.resolve(COMPILER);
    return true;
  } catch {
    return false;
  }
}

/** What is set, and its frozen bytes, which go along as they are. */
type SetInput = ExportInput & { bytes: Uint8Array };

/** What was set; no bytes where there are more pages than allowed. */
export interface Typeset {
  bytes: Uint8Array | null;
  pages: number;
}

/**
 * Sets one version. Takes a tenth of a second for a usual plan, and without a pause whatever a huge one
 * takes: the caller keeps it in a process of its own.
 */
export function typeset(input: SetInput, mostPages: number): Typeset {
  compiler ??= createCompiler();
  try {
    return setWith(compiler, input, embeddedGlyphs(), mostPages);
  } catch {
    // Shaping may need a glyph that the character map does not tell of. A page with more stand-ins
    // is better than none; whatever else is wrong fails again and is told.
    return setWith(compiler, input, cautiousGlyphs(), mostPages);
  }
}

function setWith(typst: Compiler, input: SetInput, glyphs: Glyphs, mostPages: number): Typeset {
  const attachment = exportFileName(input.version, 'json');
  const compiled = typst.compile({
    mainFileContent: readFileSync(new URL('./protocol.typ', import.meta.url), 'utf8'),
    inputs: {
      document: JSON.stringify(buildDocument(input, attachment, glyphs)),
      attachment,
      content: new TextDecoder().decode(exportJson(input)),
    },
  });
  if (compiled.hasError() || !compiled.result) {
    throw new Error(`Typst: ${withoutWords(JSON.stringify(compiled.takeError()?.shortDiagnostics))}`);
  }
  const pages = compiled.result.numOfPages;
  if (pages > mostPages) {
    return { bytes: null, pages };
  }
  try {
    const options = { pdfStandard: STANDARD, creationTimestamp: lastChange(input) };
    return { bytes: new Uint8Array(typst.pdf(compiled.result, options)), pages };
  } catch (error) {
    throw new Error(`Typst: ${withoutWords(String(error))}`);
  }
}

/** Diagnostics may quote what somebody wrote; the log must not. */
function withoutWords(diagnostics: string | undefined): string {
  return (diagnostics ?? 'no document').replace(/`[^`]*`/gu, '`…`').slice(0, 500);
}

function createCompiler(): Compiler {
  const module = require(COMPILER) as CompilerModule;
  return module.NodeCompiler.create({
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontBlobs: fontFiles() }],
  });
}

/** Seconds since 1970 of the last thing that changed the page: equal input gives equal bytes. */
function lastChange({ version, signoffs }: ExportInput): number {
  const moments = [version.frozenAt, version.sealedAt, ...signoffs.map(({ at }) => at)];
  return Math.floor(Math.max(...moments.map((moment) => (moment ? Date.parse(moment) : 0))) / 1000);
}
