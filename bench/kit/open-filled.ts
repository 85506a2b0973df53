import fs from 'node:fs';
import path from 'node:path';
import { round } from './figures.ts';
import { fillCompany } from './fill.ts';
import { type Bench, type Company, keptFolder, openCompany, signIn } from './open-bench.ts';

export type Filled = {
  readonly count: number;
  readonly company: Company;
  readonly longThread: string;
  readonly shortThreads: readonly string[];
};

/** A company with so many mentions: filled now, or as it was left in the folder of `BENCH_KEEP`. */
export const openFilled = async (bench: Bench, count: number): Promise<Filled> => {
  const note = path.join(bench.folder, 'bench-company.json');
  if (keptFolder() && fs.existsSync(note)) return reopen(bench, note, count);
  const began = performance.now();
  const company = await openCompany(bench);
  const filled = { count, company, ...(await fillCompany(bench, company, count)) };
  if (keptFolder()) fs.writeFileSync(note, JSON.stringify(filled));
  console.log(`${count} mentions there after ${round((performance.now() - began) / 1_000)} s`);
  return filled;
};

const reopen = async (bench: Bench, note: string, count: number): Promise<Filled> => {
  const kept = JSON.parse(fs.readFileSync(note, 'utf8')) as Filled;
  if (kept.count !== count) throw new Error(`the kept folder holds ${kept.count} mentions, not ${count}`);
  const { email, password } = kept.company.person;
  const cookie = await signIn(bench.house.address, email, password);
  return { ...kept, company: { ...kept.company, cookie } };
};
