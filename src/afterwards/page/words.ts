const it = {
  title: 'Com’è andata?',
  question: {
    how: { tu: 'Com’è andata con noi?', lei: 'Com’è andata con noi?' },
    solved: { tu: 'Per te è risolto?', lei: 'Per Lei è risolto?' },
  },
  choices: {
    how5: ['Molto male', 'Male', 'Così così', 'Bene', 'Molto bene'],
    how3: ['Male', 'Così così', 'Bene'],
    solved3: ['No', 'In parte', 'Sì'],
  },
  words: { tu: 'Se vuoi, due parole', lei: 'Se vuole, due parole' },
  send: 'Manda la risposta',
  change: 'Cambia la risposta',
  kept: {
    tu: 'Grazie: la tua risposta è arrivata.',
    lei: 'Grazie: la Sua risposta è arrivata.',
  },
  until: {
    tu: (day: string) => `Puoi cambiarla fino al ${day}.`,
    lei: (day: string) => `Può cambiarla fino al ${day}.`,
  },
  noChoice: { tu: 'Scegli una delle risposte, poi manda.', lei: 'Scelga una delle risposte, poi mandi.' },
  enough: 'Questa risposta è già stata cambiata molte volte: resta l’ultima.',
  expired: 'Il tempo per rispondere a questa domanda è finito.',
  unknown: 'A questo indirizzo non c’è nessuna domanda.',
  slower: 'Troppe richieste insieme: riprovare fra un minuto.',
  privacy: (company: string) =>
    `La risposta la legge ${company}, per migliorare: sta accanto alla vostra conversazione, non viene pubblicata e non dà diritto a niente. Le parole restano al massimo due anni e si possono far cancellare prima. Questa pagina non usa cookie e non sa altro di chi la apre.`,
  notice: 'L’informativa completa',
  other: 'In English',
};
const en: typeof it = {
  title: 'How did it go?',
  question: {
    how: { tu: 'How did it go with us?', lei: 'How did it go with us?' },
    solved: { tu: 'Is it solved for you?', lei: 'Is it solved for you?' },
  },
  choices: {
    how5: ['Very badly', 'Badly', 'So-so', 'Well', 'Very well'],
    how3: ['Badly', 'So-so', 'Well'],
    solved3: ['No', 'In part', 'Yes'],
  },
  words: { tu: 'A few words, if you like', lei: 'A few words, if you like' },
  send: 'Send the answer',
  change: 'Change the answer',
  kept: { tu: 'Thank you: your answer has arrived.', lei: 'Thank you: your answer has arrived.' },
  until: { tu: (day) => `You can change it until ${day}.`, lei: (day) => `You can change it until ${day}.` },
  noChoice: { tu: 'Choose one of the answers, then send.', lei: 'Choose one of the answers, then send.' },
  enough: 'This answer has been changed many times: the last one stays.',
  expired: 'The time to answer this question is over.',
  unknown: 'There is no question at this address.',
  slower: 'Too many requests at once: try again in a minute.',
  privacy: (company) =>
    `Your answer is read by ${company}, to do better: it stands beside your conversation, is not published and gives a right to nothing. Words are kept for two years at most, and can be deleted before. This page uses no cookies and knows nothing else about whoever opens it.`,
  notice: 'The whole privacy notice',
  other: 'In italiano',
};
export const words = { it, en };
export type PageLanguage = keyof typeof words;
