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
  const tests: { readonly result?: { readonly state?: string } | undefined }[] = [];
  beforeEach(({ task }) => {
    tests.push(task);
  });
  afterAll((suite) => {
    const file = path.join(folder, `${channel}-${level}.json`);
    const all = testsOf(suite);
    const isProven =
      all.length > 0 && all.length === tests.length && all.every((test) => test.result?.state === 'pass');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify({ channel, level, capabilities: isProven ? shown : null })}\n`);
  });
};

type Task = {
  readonly type: string;
  readonly tasks?: readonly Task[];
  readonly result?: { readonly state?: string } | undefined;
};

const testsOf = (task: unknown): readonly Task[] => {
  const { type, tasks = [] } = task as Task;
  return type === 'test' ? [task as Task] : tasks.flatMap(testsOf);
};
