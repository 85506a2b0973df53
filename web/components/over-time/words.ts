const it = {
  measure: 'Che cosa guardare',
  fromTo: (measure: string, from: string, fromDay: string, to: string, toDay: string) =>
    `${measure}: da ${from} (${fromDay}) a ${to} (${toDay}).`,
  tooEarly: (measure: string, value: string) => `${measure}: ${value}. Per un confronto serve un altro mese.`,
  unknown: 'non si sa',
  asTable: 'Leggi come tabella',
  when: 'Quando',
};
const en: typeof it = {
  measure: 'What to look at',
  fromTo: (measure, from, fromDay, to, toDay) => `${measure}: from ${from} (${fromDay}) to ${to} (${toDay}).`,
  tooEarly: (measure, value) => `${measure}: ${value}. A comparison needs another month.`,
  unknown: 'not known',
  asTable: 'Read as a table',
  when: 'When',
};
export const words = { it, en };
