const it = {
  more: 'Altro da fare qui',
  merge: 'Unisci a questa…',
  mergeTitle: 'Quali conversazioni unire a questa',
  mergeLead: 'Diventano una sola, qui. Quello che arriverà dopo segue. Si può sempre separarle di nuovo.',
  mergeNone: 'Non ci sono altre conversazioni su questo collegamento.',
  samePerson: 'Della stessa persona',
  others: 'Altre, le più recenti',
  searchOthers: 'Cerca un’altra conversazione',
  mergeNow: (count: number) => (count === 1 ? 'Unisci questa' : `Unisci tutte e ${count}`),
  merged: (count: number) =>
    count === 1 ? 'Conversazioni unite.' : `${count} conversazioni unite a questa.`,
  split: 'Dividi…',
  splitTitle: 'Quali messaggi diventano una conversazione a sé',
  splitLead: 'Chi risponderà a questi messaggi arriverà nella nuova conversazione.',
  andLater: 'Anche tutto quello che viene dopo',
  splitNow: (count: number) => (count === 1 ? 'Dividi questo messaggio' : `Dividi questi ${count} messaggi`),
  splitFrom: 'Dividi da qui in poi',
  chooseSome: 'Scegli almeno un messaggio, e lasciane almeno uno.',
  divided: 'Divisa: ora sono due conversazioni.',
  goThere: 'Apri la nuova',
  undo: 'Annulla',
  undone: 'Riportate com’erano.',
  mergedBy: (name: string, count: number) =>
    count === 1
      ? `${name} ha unito qui un’altra conversazione`
      : `${name} ha unito qui ${count} conversazioni`,
  splitBy: (name: string) => `${name} ha diviso questa conversazione in due`,
  apart: 'Separale di nuovo',
  together: 'Riuniscile',
  moved: 'Nel frattempo è cambiata: ora la vedi aggiornata. Riprova.',
  us: 'noi',
  noWords: '(senza testo)',
  keys: { merge: 'Unisci altre conversazioni', split: 'Dividi la conversazione' },
};

const en: typeof it = {
  more: 'More to do here',
  merge: 'Join to this one…',
  mergeTitle: 'Which conversations to join to this one',
  mergeLead: 'They become one, here. What comes later follows. They can always be taken apart again.',
  mergeNone: 'There are no other conversations on this connection.',
  samePerson: 'With the same person',
  others: 'Others, the latest',
  searchOthers: 'Look for another conversation',
  mergeNow: (count: number) => (count === 1 ? 'Join this one' : `Join all ${count}`),
  merged: (count: number) =>
    count === 1 ? 'Conversations joined.' : `${count} conversations joined to this one.`,
  split: 'Divide…',
  splitTitle: 'Which messages become a conversation of their own',
  splitLead: 'Whoever answers these messages will come into the new conversation.',
  andLater: 'Everything that comes after it too',
  splitNow: (count: number) =>
    count === 1 ? 'Divide off this message' : `Divide off these ${count} messages`,
  splitFrom: 'Divide from here on',
  chooseSome: 'Choose at least one message, and leave at least one.',
  divided: 'Divided: these are two conversations now.',
  goThere: 'Open the new one',
  undo: 'Undo',
  undone: 'As they were.',
  mergedBy: (name: string, count: number) =>
    count === 1
      ? `${name} joined another conversation to this one`
      : `${name} joined ${count} conversations to this one`,
  splitBy: (name: string) => `${name} divided this conversation in two`,
  apart: 'Take them apart again',
  together: 'Join them again',
  moved: 'It has changed meanwhile: you see it as it is now. Try again.',
  us: 'us',
  noWords: '(no words)',
  keys: { merge: 'Join other conversations', split: 'Divide the conversation' },
};

export const words = { it, en };
