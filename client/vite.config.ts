// How the web client is built: one entry, one chunk a page, nothing inline, so that the strict
// Content-Security-Policy of the server (default-src 'self') holds without exceptions.
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { splitWords } from './splitWords';

const api = process.env.MANDATE_API ?? 'http://127.0.0.1:4000';

/** Both type families are seen at once on every page, so the browser fetches their Latin files with the first script. */
const preloadFonts: Plugin = {
  name: 'preload-latin-fonts',
  transformIndexHtml(_html, { bundle }) {
    return Object.keys(bundle ?? {})
      .filter((file) => /(next-latin-wght|archivo-latin-wdth)-normal.*\.woff2$/.test(file))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
        injectTo: 'head' as const,
      }));
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), splitWords, preloadFonts],
  server: {
    port: 5173,
    proxy: { '/graphql': api },
    fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] },
  },
  preview: { port: 4173, proxy: { '/graphql': api } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
});
