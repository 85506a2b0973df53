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
  people: (count: number, minutes: number) =>
    count === 1
      ? `Una persona con cui parlare, ${minutes === 1 ? 'un minuto' : `circa ${minutes} minuti`}. Ecco chi, e perché.`
      : `${count} persone con cui parlare, circa ${minutes} minuti. Ecco chi, e perché.`,
  list: 'Le persone di oggi',
  by: (name: string) => `Meglio se lo fa ${name}.`,
  minutes: (count: number) => (count === 1 ? '1 minuto' : `${count} minuti`),
  gestures: { done: 'Fatto', later: 'Più avanti', never: 'Mai più' },
  chosen: {
    done: (name: string) => `Fatto: ${name}.`,
    later: (name: string) => `${name}: ne riparliamo tra una settimana.`,
    never: (name: string) => `${name} non comparirà più in Oggi. Se scrive, lo vedi in Conversazioni.`,
  },
  undo: 'Annulla',
  open: 'La sua pagina',
  noteIt: 'Segna com’è andata',
  thank: 'Ringrazia',
  keys: {
    next: 'Persona seguente',
    previous: 'Persona precedente',
    done: 'Fatto',
    later: 'Più avanti',
    never: 'Non proporre più questa persona',
  },
  yesterdayTitle: 'L’ultima volta',
  failedLead: (count: number) =>
    count === 1 ? 'Una risposta non è partita.' : `${count} risposte non sono partite.`,
  waitingTitle: 'Chi aspetta',
  alsoWaitingTitle: 'Aspettano anche',
  answer: 'Rispondi',
  look: 'Guarda',
  inHands: (name: string) => `Se ne occupa ${name}.`,
  callsTitle: 'I colleghi ti chiamano',
  callOf: (by: string, about: string) => `${by}, a proposito di ${about}`,
  failedTitle: 'Risposte che non sono partite',
  failedText: 'Chi le aspetta non le ha ricevute. Il testo è al sicuro.',
  endingTitle: 'Un permesso sta per scadere',
  endingText: 'Da soli non possiamo rinnovarlo. Basta rifare l’accesso, un minuto:',
  endingAction: 'vai ai canali',
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
  people: (count: number, minutes: number) =>
    count === 1
      ? `One person to speak with, ${minutes === 1 ? 'a minute' : `about ${minutes} minutes`}. Here is who, and why.`
      : `${count} people to speak with, about ${minutes} minutes. Here is who, and why.`,
  list: 'The people of today',
  by: (name: string) => `Best done by ${name}.`,
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  gestures: { done: 'Done', later: 'Later', never: 'Never' },
  chosen: {
    done: (name: string) => `Done: ${name}.`,
    later: (name: string) => `${name}: we shall speak of it again in a week.`,
    never: (name: string) =>
      `${name} will not appear in Today any more. If they write, you will see it in Conversations.`,
  },
  undo: 'Undo',
  open: 'Their page',
  noteIt: 'Note how it went',
  thank: 'Say thank you',
  keys: {
    next: 'Next person',
    previous: 'Previous person',
    done: 'Done',
    later: 'Later',
    never: 'Do not propose this person again',
  },
  yesterdayTitle: 'Last time',
  failedLead: (count: number) =>
    count === 1 ? 'One reply did not leave.' : `${count} replies did not leave.`,
  waitingTitle: 'Who is waiting',
  alsoWaitingTitle: 'Also waiting',
  answer: 'Reply',
  look: 'Look',
  inHands: (name: string) => `It is in ${name}’s hands.`,
  callsTitle: 'Colleagues call you',
  callOf: (by: string, about: string) => `${by}, about ${about}`,
  failedTitle: 'Replies that did not leave',
  failedText: 'Those who wait for them have not received them. The text is safe.',
  endingTitle: 'A permission ends soon',
  endingText: 'We cannot renew it by ourselves. Sign in again, it takes a minute:',
  endingAction: 'go to the channels',
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
