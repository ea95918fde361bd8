import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Zendesk serves the package's `assets` folder; everything is found beside `iframe.html`. No file is inlined: a strict
// content policy must be able to hold.
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'iframe.html',
      // Names without hashes: the same sources give the same package.
      output: { entryFileNames: 'app.js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
