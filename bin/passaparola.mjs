#!/usr/bin/env node
// `npx passaparola <command>`: the same program whatever Node the system has.
import fs from 'node:fs';
import path from 'node:path';
import { isServerBuilt, serverProgram, sourceProgram } from '../scripts/ensure-server-built.mjs';
import { handOver } from '../scripts/hand-over.mjs';
import { requireNode24, root } from '../scripts/node24.mjs';

if (!fs.existsSync(path.join(root, 'node_modules'))) {
  console.error('Mancano i pacchetti: esegui prima npm ci (npm start lo fa da sé).');
  process.exit(1);
}
handOver(requireNode24(), isServerBuilt() ? serverProgram : sourceProgram, process.argv.slice(2));
