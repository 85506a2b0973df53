const it = {
  title: (company: string) => `Benvenuti, ${company}`,
  lead: 'Scegli da dove cominciare ad ascoltare. Basta un canale: gli altri si aggiungono dopo.',
  later: 'Lo faccio più tardi',
  connectedTitle: 'Il primo canale è collegato',
  connectedText: 'Le prime parole stanno arrivando: di solito ci vuole meno di un minuto.',
  toToday: 'Comincia la giornata',
  toListening: 'Scegli le parole da seguire',
  firstWords: 'Le prime parole',
  arriving: 'Stanno arrivando',
  addAnother: 'Aggiungi un altro canale',
  back: 'Un altro canale',
  onlyCoordinators: 'I canali li collega chi coordina. Intanto guarda che cosa c’è.',
};
const en: typeof it = {
  title: (company: string) => `Welcome, ${company}`,
  lead: 'Choose where to begin listening. One channel is enough: the others come later.',
  later: 'I will do it later',
  connectedTitle: 'The first channel is connected',
  connectedText: 'The first words are on their way: it usually takes less than a minute.',
  toToday: 'Begin the day',
  toListening: 'Choose the words to follow',
  firstWords: 'The first words',
  arriving: 'They are on their way',
  addAnother: 'Add another channel',
  back: 'Another channel',
  onlyCoordinators: 'Coordinators connect the channels. Meanwhile, see what is there.',
};
export const words = { it, en };
