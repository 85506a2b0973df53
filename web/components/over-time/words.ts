const it = {
  measure: 'Che cosa guardare',
  fromTo: (measure: string, from: string, fromDay: string, to: string, toDay: string) =>
    `${measure}: da ${from} (${fromDay}) a ${to} (${toDay}).`,
  tooEarly: (measure: string, value: string) => `${measure}: ${value}. Per un confronto serve ancora tempo.`,
  unknown: 'non si sa',
  asTable: 'Leggi come tabella',
  running: (moment: string) => `${moment} (in corso)`,
  when: 'Quando',
};
const en: typeof it = {
  measure: 'What to look at',
  fromTo: (measure, from, fromDay, to, toDay) => `${measure}: from ${from} (${fromDay}) to ${to} (${toDay}).`,
  tooEarly: (measure, value) => `${measure}: ${value}. A comparison needs more time.`,
  unknown: 'not known',
  asTable: 'Read as a table',
  running: (moment) => `${moment} (still running)`,
  when: 'When',
};
export const words = { it, en };
