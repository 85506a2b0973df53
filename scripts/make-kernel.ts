// Builds src/relations/model/persons/triangle-kernel.gen.ts from the .wat beside it: `node scripts/make-kernel.ts`.
import fs from 'node:fs';
import path from 'node:path';
import openWabt from 'wabt';

const folder = path.join(import.meta.dirname, '../src/relations/model/persons');

/** The file as it must be, from its source: base64 of the WebAssembly. */
export const kernelFile = async (): Promise<string> => {
  const wabt = await openWabt();
  const source = fs.readFileSync(path.join(folder, 'triangle-kernel.wat'), 'utf8');
  const built = wabt.parseWat('triangle-kernel.wat', source, { threads: true });
  const bytes = Buffer.from(built.toBinary({}).buffer).toString('base64');
  return `// Made by scripts/make-kernel.ts from triangle-kernel.wat.\nexport const kernelBytes =\n  '${bytes}';\n`;
};

if (import.meta.main) fs.writeFileSync(path.join(folder, 'triangle-kernel.gen.ts'), await kernelFile());
