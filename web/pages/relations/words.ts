const it = {
  title: 'Relazioni',
  parts: 'Parti delle relazioni',
  overview: 'Panoramica',
  people: 'Persone',
  map: 'Mappa',
  finder: 'Trova i PMI',
};
const en: typeof it = {
  title: 'Relations',
  parts: 'Parts of the relations',
  overview: 'Overview',
  people: 'People',
  map: 'Map',
  finder: 'Find the PMI',
};
export const words = { it, en };
