import { serveTasks } from './serve-tasks.ts';
import type { Report } from './task.ts';

/** Tasks that go wrong in every way, for the test of the machinery. */
const tasks = {
  double: (input: { readonly numbers: Float64Array }, report: Report) => {
    report({ done: 0.5, step: 'doubling' });
    return { doubled: input.numbers.map((number) => number * 2), nested: [{ bytes: new Uint8Array(3) }] };
  },
  writeInto: ({ shared }: { readonly shared: Int32Array }) => {
    shared[0] = 42;
    return shared;
  },
  dieOften: ({ counter, times }: { readonly counter: Int32Array; readonly times: number }) => {
    if (Atomics.add(counter, 0, 1) < times) process.exit(9);
    return 'alive';
  },
  eatMemory: () => {
    const eaten: string[][] = [];
    for (;;) eaten.push(new Array(100_000).fill('x').map((letter, index) => letter + index));
  },
  forever: (_: unknown, report: Report) => {
    report({ done: 0, step: 'turning' });
    for (;;);
  },
  bug: () => {
    throw new TypeError('a bug of ours');
  },
  environment: () => Object.keys(process.env),
} as const;

await serveTasks(tasks);
