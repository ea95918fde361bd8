import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The server's content security policy allows files of its own only: nothing may be inlined as a data: URI.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // `vite` for work on the console: the API comes from a running Draftsmith or from `src/dev/main.ts`.
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
});
