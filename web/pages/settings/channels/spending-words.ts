const it = {
  prices: 'Quanto costa',
  read: (day: string) => `Prezzi letti il ${day} sul loro sito.`,
  source: 'Pagina dei prezzi',
  month: (spent: string, budget: string) => `Speso questo mese: ${spent} di ${budget}.`,
  estimate: (amount: string) => `Ascoltare, come siete ora, costa circa ${amount} al mese.`,
  stopped: (needed: string) =>
    `Ci siamo fermati: per andare avanti adesso servirebbe un budget di almeno ${needed}. Il mese prossimo si riprende da soli.`,
  bar: 'Parte del budget già spesa',
};
const en: typeof it = {
  prices: 'What it costs',
  read: (day) => `Prices read on ${day} on their site.`,
  source: 'Page of prices',
  month: (spent, budget) => `Spent this month: ${spent} of ${budget}.`,
  estimate: (amount) => `Listening, as you are now, costs about ${amount} a month.`,
  stopped: (needed) =>
    `We have stopped: going on now would take a budget of at least ${needed}. Next month it goes on by itself.`,
  bar: 'Part of the budget already spent',
};
export const words = { it, en };
