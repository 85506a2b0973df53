// `npm start`: installs what is missing, prepares the pages, and opens Passaparola. On a second start it only opens.
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureServerBuilt, serverProgram } from './ensure-server-built.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { handOver } from './hand-over.mjs';
import { requireNode24, root } from './node24.mjs';

const say = (sentence) => console.log(sentence);
const giveUp = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const asked = process.argv.slice(2);
const help = asked.some((word) => word === '--help' || word === '-h');

if (!ensureInstalled(root, { say, as: 'passaparola' })) {
  giveUp(
    'Non sono riuscito a installare i pacchetti: controlla la rete e lo spazio su disco, poi ripeti npm start.',
  );
}
const node = requireNode24();
if (!ensureServerBuilt(node, { say })) {
  giveUp('Non sono riuscito a preparare il programma: qui sopra c’è il motivo.');
}
if (!help && !ensureWebBuilt(node, { say })) {
  giveUp('Non sono riuscito a preparare le pagine: qui sopra c’è il motivo.');
}
handOver(node, serverProgram, ['start', ...asked]);
