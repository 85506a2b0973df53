const it = {
  parts: 'Parti dell’ascolto',
  live: 'Dal vivo',
  search: 'Cerca',
  watches: 'Ascolti',
};
const en: typeof it = {
  parts: 'Parts of listening',
  live: 'Live',
  search: 'Search',
  watches: 'Watches',
};
export const words = { it, en };
