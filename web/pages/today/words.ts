const it = {
  title: 'Oggi',
  goodMorning: (name: string) => `Buongiorno ${name}`,
  goodAfternoon: (name: string) => `Buon pomeriggio ${name}`,
  goodEvening: (name: string) => `Buonasera ${name}`,
  waiting: (count: number) =>
    count === 0
      ? 'Nessuno aspetta una risposta.'
      : count === 1
        ? 'Una persona aspetta una risposta. Ecco chi, e perché.'
        : `${count} persone aspettano una risposta: comincia da chi aspetta da più tempo.`,
  answer: 'Rispondi',
  look: 'Guarda',
  inHands: (name: string) => `Se ne occupa ${name}.`,
  failedTitle: 'Risposte che non sono partite',
  failedText: 'Chi le aspetta non le ha ricevute. Il testo è al sicuro.',
  restTitle: 'Da ieri',
  received: (count: number) =>
    count === 1 ? 'Ieri è arrivato un messaggio.' : `Ieri sono arrivati ${count} messaggi.`,
  sent: (count: number) =>
    count === 0
      ? 'Non abbiamo risposto a nessuno.'
      : count === 1
        ? 'Abbiamo risposto una volta.'
        : `Abbiamo risposto ${count} volte.`,
  others: (count: number) =>
    count === 1
      ? 'C’è un’altra conversazione che aspetta.'
      : `Ci sono altre ${count} conversazioni che aspettano.`,
  seeAll: 'Vedile tutte',
  enough: 'Per oggi basta.',
  emptyTitle: 'Qui, ogni mattina, le persone con cui parlare',
  emptyText:
    'Al massimo dieci, con il motivo: chi ha chiesto, chi aspetta da troppo, a chi una risposta non è arrivata. Per cominciare serve un posto da cui ascoltare.',
  emptyAction: 'Aggiungi il primo canale',
  emptyExample: 'Due bottiglie su sei arrivate rotte. A chi devo scrivere?',
  emptyExampleFrom: 'Davide aspetta da due giorni: nella dimostrazione, il primo della lista',
  someone: 'Qualcuno',
};
const en: typeof it = {
  title: 'Today',
  goodMorning: (name: string) => `Good morning, ${name}`,
  goodAfternoon: (name: string) => `Good afternoon, ${name}`,
  goodEvening: (name: string) => `Good evening, ${name}`,
  waiting: (count: number) =>
    count === 0
      ? 'Nobody is waiting for an answer.'
      : count === 1
        ? 'One person is waiting for an answer. Here is who, and why.'
        : `${count} people are waiting for an answer: start with whoever has waited longest.`,
  answer: 'Reply',
  look: 'Look',
  inHands: (name: string) => `It is in ${name}’s hands.`,
  failedTitle: 'Replies that did not leave',
  failedText: 'Those who wait for them have not received them. The text is safe.',
  restTitle: 'Since yesterday',
  received: (count: number) =>
    count === 1 ? 'One message came in yesterday.' : `${count} messages came in yesterday.`,
  sent: (count: number) =>
    count === 0 ? 'We answered nobody.' : count === 1 ? 'We answered once.' : `We answered ${count} times.`,
  others: (count: number) =>
    count === 1 ? 'One more conversation is waiting.' : `${count} more conversations are waiting.`,
  seeAll: 'See them all',
  enough: 'That will do for today.',
  emptyTitle: 'Each morning, here, the people to speak with',
  emptyText:
    'Ten at most, with the reason: who asked, who has waited too long, whom an answer did not reach. To begin, we need a place to listen from.',
  emptyAction: 'Add the first channel',
  emptyExample: 'Two bottles out of six arrived broken. Whom should I write to?',
  emptyExampleFrom: 'Davide has been waiting for two days: in the demonstration, first on the list',
  someone: 'Someone',
};
export const words = { it, en };
