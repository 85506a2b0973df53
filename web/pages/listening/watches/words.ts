const it = {
  title: 'Ascolti',
  lead: 'Che cosa seguiamo, e perché: le parole della nostra azienda e del nostro mestiere.',
  add: 'Nuovo ascolto',
  why: 'Perché:',
  since: (day: string) => `(scritto il ${day})`,
  heard: 'Vedi che cosa ha sentito',
};
const en: typeof it = {
  title: 'Watches',
  lead: 'What we follow, and why: the words of our company and of our trade.',
  add: 'New watch',
  why: 'Why:',
  since: (day: string) => `(written on ${day})`,
  heard: 'See what it heard',
};
export const words = { it, en };
