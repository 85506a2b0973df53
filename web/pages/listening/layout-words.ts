const it = {
  parts: 'Parti dell’ascolto',
  live: 'Dal vivo',
  watches: 'Ascolti',
};
const en: typeof it = {
  parts: 'Parts of listening',
  live: 'Live',
  watches: 'Watches',
};
export const words = { it, en };
