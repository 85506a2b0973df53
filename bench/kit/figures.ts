import fs from 'node:fs';

/** The value below which this part (0-1) of the values lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

export const round = (value: number, digits = 0): string => value.toFixed(digits);

/** Ids of a process and of all that descend from it. */
export const familyOf = (pid: number): number[] => {
  const children = new Map<number, number[]>();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readIfThere(`/proc/${name}/stat`))?.[1] ?? -1);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const all = [pid];
  for (const one of all) all.push(...(children.get(one) ?? []));
  return all;
};

/** Megabytes: `rss` counts shared pages whole, `pss` divides them among those who share (proc_pid_smaps(5)). */
export const memoryOf = (
  pid: number,
): { readonly name: string; readonly rss: number; readonly pss: number } => {
  const rollup = readIfThere(`/proc/${pid}/smaps_rollup`);
  const field = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1_024;
  return { name: readIfThere(`/proc/${pid}/comm`).trim(), rss: field('Rss'), pss: field('Pss') };
};

const readIfThere = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Seconds of processor that a process has used, in user and kernel mode (proc_pid_stat(5), 100 ticks a second). */
export const processorOf = (pid: number): number => {
  const fields = readIfThere(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
};

/** The same of the database under a process, with its workers that have ended (their parent counts them). */
export const databaseProcessorOf = (pid: number): number =>
  familyOf(pid)
    .filter((each) => memoryOf(each).name === 'postgres')
    .reduce((sum, each) => sum + processorOf(each) + endedChildrenOf(each), 0);

const endedChildrenOf = (pid: number): number => {
  const fields = readIfThere(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
};
