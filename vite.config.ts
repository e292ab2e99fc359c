import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Icons and fonts stay files of their own: the content policy allows no inlined ones everywhere.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
});
