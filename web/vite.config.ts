import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLook } from './app/first-look/first-look-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the server of the product answers while we work on the screens. */
const server = process.env.PASSAPAROLA_SERVER ?? 'http://127.0.0.1:4321';

/** The rooms of the server, of which pages use pure parts. */
const rooms = here('../src/');

/** What every screen stands on. */
const ground =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|hono|@tanstack\/(query-core|react-query|react-router|router-core|history|store|react-store))\//;
/** Parts of ours that every first screen has. */
const common =
  /\/web\/(app\/([a-z-]*(api|early|client|keys|kept|language|problems|session|theme)|shell\/(failed|mark|missing|root-frame|rooms|waiting|words))|components\/(button\/(button-look|link-button)|empty-state|error-note|page|skeleton|toast)\b.*)\.tsx?$/;

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss(), firstLook()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing is inlined as data: so that the Content-Security-Policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Of a room of the server only what a page names comes along, not all that its index.ts passes on: importing does nothing there.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(rooms) },
      output: {
        // A file more costs a slow processor more than its bytes: what is always needed together is one file.
        codeSplitting: {
          groups: [
            // On its own, or what begins (app/begin.ts) would run the file that it happened to be put into.
            { name: 'begin', priority: 4, test: /vite\/preload-helper/ },
            { name: 'ground', priority: 3, test: ground },
            { name: 'common', priority: 2, test: common },
            { name: 'room', priority: 1, test: /\/web\/(app\/shell\/shell|pages\/today\/today-page)\.tsx$/ },
            { name: 'door', priority: 1, test: /\/web\/pages\/sign-in\/sign-in-page\.tsx$/ },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/health': server } },
});
