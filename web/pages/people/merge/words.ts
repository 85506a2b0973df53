const it = {
  title: 'La stessa persona?',
  lead: 'Chi parla da più canali ha più schede. Ecco quelle che si somigliano, con le prove: decidi tu, e si può sempre tornare indietro.',
  evidence: 'Perché lo pensiamo',
  sure: 'Quasi certo',
  likely: 'Probabile',
  maybe: 'Forse',
  reason: 'Perché sono la stessa persona',
  reasonHint: 'Resta scritto accanto all’unione.',
  merge: 'Unisci in una',
  keep: 'Quale scheda resta',
  different: 'Sono due persone',
  merged: 'Unite: la storia adesso è una sola.',
  dismissed: 'Segnato: sono due persone. Non te lo chiederò più.',
  noneTitle: 'Nessun doppione da guardare',
  noneText:
    'Quando due schede si somiglieranno per davvero – lo stesso sito, lo stesso indirizzo, lo stesso profilo collegato – le troverai qui con le prove.',
  openEntry: 'Apri la scheda',
  dialogTitle: (name: string) => `Unire un’altra scheda a ${name}`,
  dialogLead:
    'Le parole, gli incontri e i legami dell’altra scheda passano qui. Si può annullare quando si vuole.',
  which: 'Quale scheda',
};
const en: typeof it = {
  title: 'One and the same?',
  lead: 'Whoever speaks on several channels has several entries. Here are those that look alike, with the evidence: you decide, and there is always a way back.',
  evidence: 'Why we think so',
  sure: 'Almost certain',
  likely: 'Likely',
  maybe: 'Perhaps',
  reason: 'Why they are the same person',
  reasonHint: 'It stays written beside the merge.',
  merge: 'Merge into one',
  keep: 'Which entry stays',
  different: 'They are two people',
  merged: 'Merged: there is one story now.',
  dismissed: 'Noted: they are two people. I shall not ask again.',
  noneTitle: 'No doubles to look at',
  noneText:
    'When two entries really look alike – the same site, the same address, the same linked profile – you will find them here with the evidence.',
  openEntry: 'Open the entry',
  dialogTitle: (name: string) => `Merge another entry into ${name}`,
  dialogLead:
    'The words, meetings and ties of the other entry come here. It can be undone whenever you like.',
  which: 'Which entry',
};
export const words = { it, en };
