import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A language is found by its name: `assets/locale-de-….js`. */
function nameOf(modules: readonly string[]): string {
  const languages = modules.flatMap((id) => /i18n\/locales\/([\w-]+)\/index\.ts$/.exec(id)?.[1] ?? []);
  return languages.length > 0 ? `locale-${languages.join('-')}` : '[name]';
}

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Icons and fonts stay files of their own: the content policy allows no inlined ones everywhere.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // Every browser that runs this product preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { chunkFileNames: ({ moduleIds }) => `assets/${nameOf(moduleIds)}-[hash].js` },
    },
  },
  resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
});
