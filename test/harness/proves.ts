import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import type { Capability } from '../../src/channels/contract.ts';
import type { ProofLevel } from '../../src/channels/proof.ts';

const folder = path.join(import.meta.dirname, '../../.cache/proofs');

/**
 * Call it once at the top of a channel's test file: when every test of the file has run and passed, what they prove is
 * written down, and scripts/proofs.mjs gathers it for the program to show. A failure takes the old proof away.
 */
export const proves = (channel: string, level: ProofLevel, shown: readonly Capability[]): void => {
  let file: Task | undefined;
  beforeEach(({ task }) => {
    file = task.file as Task;
  });
  afterAll(() => {
    const tests = file ? testsOf(file) : [];
    // Some were left out by a filter: neither proof nor disproof.
    if (tests.some((test) => test.mode === 'skip')) return;
    const isProven = tests.length > 0 && tests.every((test) => test.result?.state === 'pass');
    fs.mkdirSync(folder, { recursive: true });
    const proof = { channel, level, capabilities: isProven ? shown : null };
    fs.writeFileSync(path.join(folder, `${channel}-${level}.json`), `${JSON.stringify(proof)}\n`);
  });
};

type Task = {
  readonly type: string;
  readonly mode?: string;
  readonly tasks?: readonly Task[];
  readonly result?: { readonly state?: string } | undefined;
};

const testsOf = (task: Task): readonly Task[] =>
  task.type === 'test' ? [task] : (task.tasks ?? []).flatMap(testsOf);
