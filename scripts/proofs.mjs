// Gathers what the channels' tests proved (.cache/proofs) into src/channels/proof.gen.json, from which the program
// tells people how far each channel can be trusted. `--check` changes nothing and fails when the file would change.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, '.cache/proofs');
const target = path.join(root, 'src/channels/proof.gen.json');
const levels = ['live-peer', 'recorded', 'specification', 'synthetic'];

const found = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')))
  : [];
// What this run did not try keeps the proof of the run before.
const proofs = JSON.parse(fs.readFileSync(target, 'utf8'));
for (const { channel, level, capabilities } of found) {
  proofs[channel] = {
    ...proofs[channel],
    [level]: capabilities ? [...capabilities].sort().join(' ') : undefined,
  };
}
const sorted = Object.fromEntries(
  Object.keys(proofs)
    .sort()
    .map((channel) => [
      channel,
      Object.fromEntries(
        levels
          .filter((level) => proofs[channel][level] !== undefined)
          .map((level) => [level, proofs[channel][level]]),
      ),
    ]),
);
const text = `${JSON.stringify(sorted, null, 2)}\n`;
if (!process.argv.includes('--check')) fs.writeFileSync(target, text);
else if (text !== fs.readFileSync(target, 'utf8')) {
  console.error(
    'What the tests prove has changed: run `node scripts/proofs.mjs` and commit src/channels/proof.gen.json',
  );
  process.exitCode = 1;
}
