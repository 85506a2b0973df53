import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureServerBuilt } from './ensure-server-built.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { environment, root } from './node24.mjs';
import { notesOnFailures } from './notes-on-failures.mjs';

/** A stage takes ({ node, exclude, say }) and gives { passed, failed, skipped }. */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

export const stages = {
  types: async ({ node }) => {
    const projects = ['tsconfig.json', 'test/e2e/tsconfig.json', 'web/tsconfig.json'];
    const codes = [];
    for (const project of projects) codes.push(await tool(node, 'tsc', ['--noEmit', '-p', project]));
    return one(codes.every((code) => code === 0));
  },
  lint: async ({ node }) => one((await tool(node, 'biome', ['check', '.'])) === 0),
  build: async ({ node, say }) =>
    one(ensureServerBuilt(node, { say, always: true }) && ensureWebBuilt(node, { say, always: true })),
  units: (context) => vitest('units', context),
  integration: (context) => vitest('integration', context),
  peers: (context) => vitest('peers', context),
  // Asked for by itself it finds no pages, or those of yesterday.
  browser: async (context) =>
    ensureWebBuilt(context.node, { say: context.say }) ? vitest('browser', context) : one(false),
  // What the program tells people of each channel's trustworthiness is what this very run has proved.
  proofs: async ({ node, exclude }) =>
    exclude.length > 0
      ? one(true)
      : one((await program(node, path.join(root, 'scripts/proofs.mjs'), ['--check'])) === 0),
};

/** The stages whose tests live in folders, where a part of the system may be missing. */
export const stageOfFolder = (folder) => (folder.startsWith('test/peers') ? 'peers' : 'browser');

const vitest = async (project, { node, exclude, say }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pp-report-'));
  const file = path.join(folder, 'report.json');
  const words = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await tool(node, 'vitest', [
    ...words,
    ...exclude.flatMap((one) => ['--exclude', `${one}/**`]),
  ]);
  const counts = fs.existsSync(file) ? count(JSON.parse(fs.readFileSync(file, 'utf8')), say) : one(false);
  fs.rmSync(folder, { recursive: true, force: true });
  // Something outside any test went wrong (an import, an unhandled error, a teardown): it must not pass unseen.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const count = (report, say) => {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  );
  for (const test of skipped) say(`non eseguita: ${test.fullName}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: skipped.length,
    notes: [...notesOnFailures(report), ...skipped.map(({ fullName }) => `non eseguita: ${fullName}`)],
  };
};

/** Longer than any stage may take, in ms: one that hangs is a failure, not a silence. */
const patience = 45 * 60_000;

/** Runs a program of node_modules/.bin with Node 24; its exit code. */
const tool = (node, name, words) =>
  program(node, fs.realpathSync(path.join(root, 'node_modules/.bin', name)), words);

const program = (node, file, words) =>
  new Promise((resolve) => {
    const child = spawn(node, [file, ...words], {
      cwd: root,
      env: environment(node),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const tooLong = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      resolve(code ?? 1);
    });
  });
