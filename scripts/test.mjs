// `npm test [stage...]`: installs what is missing and runs everything, or only the stages named. The last line sums it up.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { requireNode24, root } from './node24.mjs';
import { canInstall, installCommand, installParts, missingParts, systemParts } from './system-parts.mjs';
import { stageOfFolder, stages } from './test-stages.mjs';

const say = (sentence) => console.log(sentence);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const inCi = process.env.CI === 'true' || process.env.CI === '1';

const main = async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in stages));
  if (unknown.length > 0) {
    say(`Non conosco ${unknown.join(', ')}. Ci sono: ${Object.keys(stages).join(', ')}.`);
    return finish({ passed: 0, failed: 1, skipped: 0 });
  }
  const chosen = asked.length > 0 ? asked : Object.keys(stages);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const notes = [];
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key];
    notes.push(...(counts.notes ?? []));
  };

  if (!ensureInstalled(root, { say, as: 'passaparola' })) return finish({ ...total, failed: 1 });
  if (chosen.includes('peers')) add(installPeers());
  const missing = obtainParts(chosen);
  const node = requireNode24();
  const exclude = inCi ? [] : missing.flatMap((part) => part.tests);

  for (const name of chosen) {
    const started = Date.now();
    say(`\n=== ${name} ===`);
    const counts = runsNothing(name, missing) ? nothing : await stages[name]({ node, exclude, say });
    // In the place where everything can be had, what did not run did not pass.
    const final = inCi ? { ...counts, failed: counts.failed + counts.skipped, skipped: 0 } : counts;
    // A stage that says nothing of its failure is named itself.
    add(final.failed > 0 && !final.notes?.length ? { ...final, notes: [name] } : final);
    say(`=== ${name}: ${final.failed === 0 ? 'bene' : 'NO'}, ${sum(final)}, ${seconds(started)} ===`);
  }
  if (missing.length > 0) add(accountFor(missing));
  if (total.failed > 0) tell(notes);
  return finish(total);
};

/** What went wrong, once more and all together, where whoever looks at the end of a long run finds it. */
const tell = (notes) => {
  say('\n=== non passate ===');
  for (const note of notes) say(`  ${note}`);
};

/** The peers that have packages of their own (test/peers/<peer>/package-lock.json). */
const installPeers = () => {
  const peers = path.join(root, 'test/peers');
  const folders = fs
    .readdirSync(peers)
    .map((name) => path.join(peers, name))
    .filter((folder) => fs.existsSync(path.join(folder, 'package-lock.json')));
  const failed = folders.filter(
    (folder) => !ensureInstalled(folder, { say, as: path.relative(root, folder) }),
  );
  return { passed: 0, failed: failed.length, skipped: 0 };
};

/** Installs the parts of the system that the chosen stages need; the ones that are still missing afterwards. */
const obtainParts = (chosen) => {
  const needed = systemParts().filter((part) =>
    part.tests.some((folder) => chosen.includes(stageOfFolder(folder))),
  );
  const missing = missingParts(needed);
  if (missing.length === 0 || !canInstall()) return missing;
  const started = Date.now();
  installParts(missing, say);
  say(`Parti di sistema: ${seconds(started)}.`);
  return missingParts(missing);
};

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Without a browser there is no stage of the browser: vitest takes a stage without tests for a mistake. */
const runsNothing = (name, missing) =>
  !inCi && name === 'browser' && missing.some((part) => part.tests.includes('test/e2e'));

/** Says what was not run and the one command that would allow it. Each test file left out counts as one. */
const accountFor = (missing) => {
  say('\nNon ho potuto eseguire tutto. Mancano:');
  for (const part of missing) say(`  ${part.name}: ${part.why}; senza, niente ${part.tests.join(', ')}`);
  say(`Con questo comando (Debian, Ubuntu) la prossima volta ci saranno:\n  ${installCommand(missing)}`);
  if (inCi) return { passed: 0, failed: missing.length, skipped: 0 };
  const files = new Set(missing.flatMap((part) => part.tests.flatMap(testFilesIn)));
  for (const file of files) say(`  non eseguito: ${file}`);
  return { passed: 0, failed: 0, skipped: files.size };
};

const testFilesIn = (folder) =>
  fs.existsSync(path.join(root, folder))
    ? fs
        .readdirSync(path.join(root, folder), { recursive: true })
        .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
        .map((file) => path.join(folder, file))
    : [];

const sum = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const finish = (total) => {
  say('');
  say(sum(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
};

await main();
