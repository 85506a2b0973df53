const it = {
  parts: 'Parti dell’ascolto',
  live: 'Dal vivo',
  search: 'Cerca',
  timeline: 'Reputazione',
  watches: 'Ascolti',
  alerts: 'Avvisi',
};
const en: typeof it = {
  parts: 'Parts of listening',
  live: 'Live',
  search: 'Search',
  timeline: 'Reputation',
  watches: 'Watches',
  alerts: 'Alerts',
};
export const words = { it, en };
