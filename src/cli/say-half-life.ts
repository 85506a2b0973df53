import type { ContactLog, HalfLifeTrial } from '../relations/engine.ts';

/** What was read of a file of contacts. */
export type ReadContacts = {
  readonly log: ContactLog;
  readonly people: number;
  /** Lines that could not be read. */
  readonly refused: number;
};

/** For programs: the names are those of the command's JSON, and stay. Times are seconds since 1970. */
export const halfLifeJson = (read: ReadContacts, trial: HalfLifeTrial, horizonDays: number): string => {
  const all = {
    events: read.log.at.length,
    people: read.people,
    pairs: read.log.pairs,
    repeated: read.log.repeated,
    self: read.log.ofOneself,
    refused_lines: read.refused,
    horizon_days: horizonDays,
    cut_offs: trial.cutOffs.map((at) => at / 1_000),
    candidates: trial.candidates,
    positives: trial.positives,
    auc: trial.trials.map(({ halfLifeDays, auc }) => ({ half_life_days: halfLifeDays, auc: rounded(auc) })),
    count_auc: rounded(trial.countAuc),
    chosen: { half_life_days: trial.chosen.halfLifeDays, auc: rounded(trial.chosen.auc) },
  };
  return `${JSON.stringify(all)}\n`;
};

/** For people. */
export const halfLifeTable = (read: ReadContacts, trial: HalfLifeTrial, horizonDays: number): string => {
  const rows = trial.trials.map(({ halfLifeDays, auc }) => {
    const mark = halfLifeDays === trial.chosen.halfLifeDays ? '  ← la migliore' : '';
    return `${String(halfLifeDays).padStart(8)} giorni  ${italian(auc)}${mark}`;
  });
  return [
    `${read.log.at.length} contatti tra ${read.people} persone, ${read.log.pairs} coppie.`,
    `Chi si risente entro ${italian(horizonDays, 0)} giorni, in ${trial.cutOffs.length} momenti: ${trial.positives} coppie su ${trial.candidates}.`,
    '',
    'Si dimezza in      AUC',
    ...rows,
    `    contando    ${italian(trial.countAuc)}`,
    '',
  ].join('\n');
};

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
const italian = (value: number, digits = 3): string =>
  value.toLocaleString('it-IT', { minimumFractionDigits: digits, maximumFractionDigits: 3 });
