// Plain JavaScript without dependencies: everything in scripts/ that `npm start` and `npm test` touch first runs on Node 20.
import fs from 'node:fs';
import path from 'node:path';

/** The folder of the program. */
export const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));

/** Node 24 or newer: the current one, or the one that npm brought along. Undefined when neither is there. */
export const node24 = () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const brought = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (!fs.existsSync(brought)) return undefined;
  if ((fs.statSync(brought).mode & 0o111) === 0) fs.chmodSync(brought, 0o755);
  return brought;
};

/** As `node24`, but without one it says what to do and ends the process. */
export const requireNode24 = () => {
  const node = node24();
  if (node) return node;
  console.error(
    `Serve Node 24 o più recente: npm non ne ha uno per questo sistema (${process.platform}-${process.arch}) e qui c'è ${process.version}.\n` +
      'Installalo da https://nodejs.org e riprova.\n' +
      `Node 24 or newer is needed: npm has none for this system (${process.platform}-${process.arch}) and this is ${process.version}.`,
  );
  process.exit(1);
};

/** The environment for what we start: Node 24 comes first on the search path, and what it compiles once is kept. */
export const environment = (node) => ({
  NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'),
  ...process.env,
  PATH: [path.dirname(node), process.env.PATH].filter(Boolean).join(path.delimiter),
});
