const it = {
  findCase: 'Cerca il caso',
  noCase: 'Nessun caso così.',
  join: 'Unisci un altro caso',
  joinHelp:
    'Quello che è stato detto nell’altro caso passa in questo. L’altro si chiude e resta contato fra gli uniti; la sua storia resta leggibile.',
  joinThis: (number: number) => `Unire qui il caso ${number}?`,
  joinIt: 'Unisci',
  joined: (number: number) => `Il caso ${number} continua qui.`,
  other: 'Scegli un altro caso',
  addMentions: 'Aggiungi altre parole',
  addHelp: 'Quello che altri hanno detto della stessa storia. Chi è già in un caso ci resta.',
  findMentions: 'Cerca fra le menzioni',
  typeFirst: 'Scrivi una parola, un nome o il lotto.',
  noMentions: 'Nessuna menzione così.',
  add: (count: number) => (count === 1 ? 'Aggiungi una menzione' : `Aggiungi ${count} menzioni`),
  chooseSome: 'Scegli almeno una menzione',
  added: (count: number) =>
    count === 0
      ? 'Erano già in un caso: non è cambiato niente.'
      : count === 1
        ? 'Una menzione in più nel caso.'
        : `${count} menzioni in più nel caso.`,
  addToCase: 'Aggiungi a un caso',
  addHere: (number: number) => `Aggiungi al caso ${number}`,
  whatSaid: 'Che cosa aggiungere',
  which: 'A quale caso',
};
const en: typeof it = {
  findCase: 'Find the case',
  noCase: 'No such case.',
  join: 'Join another case',
  joinHelp:
    'What was said in the other case moves here. The other closes and is counted among the joined ones; its story can still be read.',
  joinThis: (number) => `Join case ${number} to this one?`,
  joinIt: 'Join',
  joined: (number) => `Case ${number} goes on here.`,
  other: 'Choose another case',
  addMentions: 'Add more words',
  addHelp: 'What others said of the same story. Whoever is in a case already stays there.',
  findMentions: 'Search the mentions',
  typeFirst: 'Write a word, a name or the batch.',
  noMentions: 'No such mention.',
  add: (count) => (count === 1 ? 'Add one mention' : `Add ${count} mentions`),
  chooseSome: 'Choose at least one mention',
  added: (count) =>
    count === 0
      ? 'They were in a case already: nothing changed.'
      : count === 1
        ? 'One mention more in the case.'
        : `${count} mentions more in the case.`,
  addToCase: 'Add to a case',
  addHere: (number) => `Add to case ${number}`,
  whatSaid: 'What to add',
  which: 'To which case',
};
export const words = { it, en };
