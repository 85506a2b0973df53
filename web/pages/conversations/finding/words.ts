const it = {
  find: 'Cerca in questa conversazione',
  hint: 'Una parola detta qui',
  close: 'Chiudi la ricerca',
  none: 'Non l’ha detto nessuno, qui.',
  found: (count: number) => (count === 1 ? 'Trovato una volta' : `Trovato ${count} volte`),
  foundMore: (count: number) => `Trovato più di ${count} volte: ecco le ultime`,
  us: 'noi',
  passage: 'Intorno a quello che hai trovato',
  back: 'Torna alla fine',
  earlier: 'Prima',
  later: 'Dopo',
};
const en: typeof it = {
  find: 'Find in this conversation',
  hint: 'A word that was said here',
  close: 'Close the search',
  none: 'Nobody said that here.',
  found: (count: number) => (count === 1 ? 'Found once' : `Found ${count} times`),
  foundMore: (count: number) => `Found more than ${count} times: these are the latest`,
  us: 'us',
  passage: 'Around what you found',
  back: 'Back to the end',
  earlier: 'Before',
  later: 'After',
};
export const words = { it, en };
