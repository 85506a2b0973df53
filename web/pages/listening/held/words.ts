const it = {
  title: 'In attesa',
  lead: 'Da guardare prima che contino: chiunque può mandare un pingback o scrivere un commento. Finché nessuno approva non fanno numero, non avvisano e non aprono conversazioni.',
  waiting: 'Da guardare',
  refused: 'Rifiutati',
  which: 'Che cosa mostrare',
  list: 'Quello che aspetta',
  nothingTitle: 'Non aspetta niente',
  nothing:
    'Qui arrivano pingback, trackback e i commenti che il vostro sito WordPress tiene da approvare. Un’occhiata, e poi contano come tutto il resto.',
  noRefusedTitle: 'Nessun rifiutato',
  noRefused: 'Quello che rifiutate resta qui trenta giorni, se cambiate idea.',
  about: 'Parla di',
  someone: 'Qualcuno',
  open: 'Apri la pagina',
  approve: 'Approva',
  refuse: 'Rifiuta',
  spam: 'È spam',
  putBack: 'Rimetti in attesa',
  undo: 'Annulla',
  select: (who: string) => `Scegli ${who}`,
  selectAll: 'Scegli tutti',
  selected: (count: number) => (count === 1 ? 'Uno scelto' : `${count} scelti`),
  approved: (count: number) =>
    count === 0
      ? 'Ci aveva già pensato qualcun altro.'
      : count === 1
        ? 'Approvato: ora conta.'
        : `${count} approvati: ora contano.`,
  turnedAway: (count: number) =>
    count === 0 ? 'Ci aveva già pensato qualcun altro.' : count === 1 ? 'Rifiutato.' : `${count} rifiutati.`,
  waitAgain: (count: number) =>
    count === 0
      ? 'Non si può più annullare.'
      : count === 1
        ? 'È di nuovo in attesa.'
        : `${count} di nuovo in attesa.`,
  wasSpam: 'Segnato come spam',
  wasUnwanted: 'Rifiutato',
  telling: 'Lo diciamo al sito…',
  notTold: 'Il sito non l’ha accettato: decidetelo anche lì.',
  more: 'Mostra altri',
  next: 'Il prossimo',
  previous: 'Quello prima',
  choose: 'Scegli o lascia',
  readOnly: 'Può approvarli chi ascolta, scrive o coordina.',
};
const en: typeof it = {
  title: 'Waiting',
  lead: 'To be looked at before they count: anybody can send a pingback or write a comment. Until somebody approves they are in no figures, alert nobody and open no conversations.',
  waiting: 'To look at',
  refused: 'Refused',
  which: 'What to show',
  list: 'What is waiting',
  nothingTitle: 'Nothing is waiting',
  nothing:
    'Here come pingbacks, trackbacks and the comments that your WordPress site keeps to be approved. One look, and they count like everything else.',
  noRefusedTitle: 'Nothing was refused',
  noRefused: 'What you refuse stays here for thirty days, should you change your mind.',
  about: 'Speaks of',
  someone: 'Somebody',
  open: 'Open the page',
  approve: 'Approve',
  refuse: 'Refuse',
  spam: 'It is spam',
  putBack: 'Put back to wait',
  undo: 'Undo',
  select: (who: string) => `Select ${who}`,
  selectAll: 'Select all',
  selected: (count: number) => (count === 1 ? 'One selected' : `${count} selected`),
  approved: (count: number) =>
    count === 0
      ? 'Somebody else had seen to it.'
      : count === 1
        ? 'Approved: it counts now.'
        : `${count} approved: they count now.`,
  turnedAway: (count: number) =>
    count === 0 ? 'Somebody else had seen to it.' : count === 1 ? 'Refused.' : `${count} refused.`,
  waitAgain: (count: number) =>
    count === 0
      ? 'This cannot be undone any more.'
      : count === 1
        ? 'It waits again.'
        : `${count} wait again.`,
  wasSpam: 'Marked as spam',
  wasUnwanted: 'Refused',
  telling: 'Telling the site…',
  notTold: 'The site did not take it: decide it there as well.',
  more: 'Show more',
  next: 'The next one',
  previous: 'The one before',
  choose: 'Select or leave',
  readOnly: 'Those who listen, write or coordinate can approve them.',
};
export const words = { it, en };
