const it = {
  label: 'Modello approvato',
  none: 'Nessuno: scrivo io',
  place: (name: string) => (/^\d+$/.test(name) ? `Al posto di {{${name}}}` : name.replaceAll('_', ' ')),
  preview: 'Quello che leggerà',
  late: (hours: number) =>
    `Sono passate più di ${hours} ore: qui si può rispondere solo con un modello approvato.`,
  lateWithout: (hours: number) =>
    `Sono passate più di ${hours} ore: servirebbe un modello approvato di solo testo, e qui non ne vediamo.`,
};
const en: typeof it = {
  label: 'Approved template',
  none: 'None: I write it myself',
  place: (name: string) => (/^\d+$/.test(name) ? `In place of {{${name}}}` : name.replaceAll('_', ' ')),
  preview: 'What they will read',
  late: (hours: number) =>
    `More than ${hours} hours have passed: only an approved template can be sent here.`,
  lateWithout: (hours: number) =>
    `More than ${hours} hours have passed: it would take an approved template of words alone, and we see none.`,
};
export const words = { it, en };
