const it = {
  parts: 'Parti dell’ascolto',
  live: 'Dal vivo',
  search: 'Cerca',
  timeline: 'Reputazione',
  watches: 'Ascolti',
  alerts: 'Avvisi',
  held: (count: number) => (count > 0 ? `In attesa (${count})` : 'In attesa'),
};
const en: typeof it = {
  parts: 'Parts of listening',
  live: 'Live',
  search: 'Search',
  timeline: 'Reputation',
  watches: 'Watches',
  alerts: 'Alerts',
  held: (count: number) => (count > 0 ? `Waiting (${count})` : 'Waiting'),
};
export const words = { it, en };
