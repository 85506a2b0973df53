import { quantile, round } from './figures.ts';

const TIMES = 60;

/** Each request so many times, one after the other, after one that does not count: prints p50, p95 and p99 in milliseconds, and which p95 is over the aim. */
export const askAll = async (
  get: (where: string) => Promise<unknown>,
  requests: Readonly<Record<string, (turn: number) => string>>,
  aimMs: number,
): Promise<void> => {
  let missed = 0;
  console.log(`${'request'.padEnd(28)}    p50    p95    p99  ms (${TIMES} times each)`);
  for (const [name, where] of Object.entries(requests)) {
    const times: number[] = [];
    await get(where(TIMES));
    for (let turn = 0; turn < TIMES; turn += 1) {
      const began = performance.now();
      await get(where(turn));
      times.push(performance.now() - began);
    }
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(times, part));
    const verdict = (p95 ?? 0) < aimMs ? '' : '  over the aim';
    if (verdict) missed += 1;
    console.log(
      name.padEnd(28) + [p50, p95, p99].map((value) => round(value ?? 0, 1).padStart(7)).join('') + verdict,
    );
  }
  console.log(missed === 0 ? `all under ${aimMs} ms at p95` : `${missed} over ${aimMs} ms at p95`);
};
