import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parsedArea } from './shared/i18n/parsed-area.ts';
import type { Area } from './shared/i18n/wording.ts';

const LANGUAGES = readdirSync(fileURLToPath(new URL('./shared/i18n/locales/', import.meta.url)));

const NAMES: Readonly<Record<string, string>> = {
  first: 'locale',
  meeting: 'texts',
  closing: 'closing',
  index: 'office',
};

/** The first texts of a language are found by their name: `assets/locale-de-….js`; the rest is `texts-de-….js`. */
function nameOf(modules: readonly string[]): string {
  const [, language, part] =
    modules
      .map((id) => /i18n\/locales\/([\w-]+)\/(first|meeting|closing|index)\.ts$/.exec(id))
      .find(Boolean) ?? [];
  return language && part ? `${NAMES[part]}-${language}` : '[name]';
}

/** react-aria brings its few words in thirty languages; pages carry those of the product's own. */
function ownLanguagesOnly(): Plugin {
  return {
    name: 'own-languages-only',
    load(id) {
      const language = /\/react-(?:aria|stately)[\w-]*\/.*\/intl\/.*\/(\w+)-\w+\.mjs$/.exec(id)?.[1];
      const ours = language === undefined || language === 'en' || LANGUAGES.includes(language);
      return ours ? null : 'export default {};';
    },
  };
}

const AREA = /\/shared\/i18n\/locales\/[\w-]+\/(?!first\.|meeting\.|closing\.|index\.|rules\.)[\w-]+\.ts$/;

/** Texts go out parsed, and the library that formats them without its parser: a twelfth of a phone's page. */
function parsedTexts(): Plugin {
  return {
    name: 'parsed-texts',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      return id === '@formatjs/icu-messageformat-parser'
        ? this.resolve(`${id}/no-parser.js`, importer)
        : null;
    },
    async load(id) {
      if (!AREA.test(id)) {
        return null;
      }
      const areas: Record<string, Area> = await import(pathToFileURL(id).href);
      return Object.entries(areas)
        .map(([name, area]) => `export const ${name} = ${JSON.stringify(parsedArea(area))};`)
        .join('\n');
    },
  };
}

/**
 * Each file costs a kilobyte of headers. What every page needs is one, with the few small things that pages before
 * a table share with it; what the table needs is few.
 */
const GROUPS = [
  {
    name: 'base',
    test: /\/node_modules\/(?:react|react-dom|scheduler|wouter|zod)\/|\/client\/app\/|\/client\/ui\/\w+\/(?:Logo|Notice|RoundTable|Button|Avatar|Field|Progress|PageHeading|Dialog|Question|Trouble|LinkToCopy|PhaseRing|SaveMark)\.|\/client\/ui\/useOnePress\.|\/shared\/i18n\/[\w-]+\.ts|vite\/preload-helper/,
    priority: 3,
  },
  { name: 'lobby', test: /\/client\/lobby\/(?!AtTable)/, priority: 2 },
  {
    name: 'table',
    // Pages of accounts share much with each other and nothing with a table.
    test: /\/client\/(?!ui\/icons|protocol\/|account\/|home\/|ui\/display\/QrCode)|\/shared\/(?!i18n\/locales|api\/(?:account|passkey)|api\/routes\/(?:accounts|auth|passkeys|staff))/,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 7_000,
    priority: 1,
  },
  {
    // Signs that a home shares with a table bring nothing else of the table along.
    name: 'signs',
    test: /\/lucide-react\//,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 3_000,
    priority: 1,
  },
];

export default defineConfig({
  root: 'client',
  plugins: [react({ jsxImportSource: '#jsx' }), ownLanguagesOnly(), parsedTexts()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Icons and fonts stay files of their own: the content policy allows no inlined ones everywhere.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // Every browser that runs this product preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) => `assets/${nameOf(moduleIds)}-[hash].js`,
        codeSplitting: { groups: GROUPS },
      },
    },
  },
  resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
});
