const it = {
  hint: 'Scrivi una parte del nome',
  remove: (name: string) => `Togli ${name}`,
  found: (count: number) =>
    count === 0
      ? 'Nessuna persona trovata'
      : count === 1
        ? 'Una persona trovata'
        : `${count} persone trovate`,
};
const en: typeof it = {
  hint: 'Type a part of the name',
  remove: (name: string) => `Remove ${name}`,
  found: (count: number) =>
    count === 0 ? 'Nobody found' : count === 1 ? 'One person found' : `${count} people found`,
};
export const words = { it, en };
