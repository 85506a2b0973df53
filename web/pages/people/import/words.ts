const it = {
  title: 'Importare un elenco',
  lead: 'Da un foglio che avete già, o da una rete disegnata altrove. Prima si prova, poi si importa: finché provi non cambia niente.',
  kind: 'Che cosa contiene',
  kinds: {
    contacts: 'Persone che conosciamo',
    followers: 'Chi ci segue',
    interactions: 'Chi ha parlato con chi',
  },
  columns: 'Le colonne che capiamo',
  expected: {
    contacts: 'name (nome), company (azienda), role, place (luogo), email, note, tags. Basta il nome.',
    followers: 'channel (canale), handle, name (nome), url, followers. Servono canale e handle.',
    interactions:
      'from (da), to (a), at (quando), kind (che cosa), channel (canale). Servono da, a e quando.',
  },
  graphml: 'Un file GraphML porta persone e legami insieme: ogni nodo una persona, ogni arco un legame.',
  text: 'Incolla qui, oppure scegli un file',
  placeholder: 'name,company,place\nLucia Marangon,Osteria del Ponte,Dogliani',
  file: 'Scegli un file',
  fileHelp:
    'CSV, GraphML, o l’archivio che scarichi da Mastodon, Instagram, Facebook o X, anche zip: fino a 20 MB. Dell’archivio si leggono solo gli elenchi di chi segue.',
  fileTooBig: 'Il file è più grande di 20 MB: dividilo, o prendi dall’archivio solo gli elenchi.',
  fileChosen: (name: string) => `Scelto: ${name}.`,
  fileAway: 'Lascia perdere questo file',
  sending: (percent: string) => `Inviato il ${percent} %`,
  past: 'Importati finora',
  pastLead:
    'Ogni importazione si può togliere: vanno via le persone che ha portato, ma non chi nel frattempo ha parlato con noi o su cui avete scritto qualcosa.',
  brought: (count: string, ago: string) => `${count} nuove, ${ago}`,
  undo: 'Togli',
  undone: (ago: string) => `Tolta ${ago}`,
  takenBack: (removed: string, kept: string) =>
    kept === '0'
      ? `Tolta: ${removed} persone in meno.`
      : `Tolta: ${removed} persone in meno, ${kept} restano.`,
  try: 'Prova senza importare',
  import: (count: string) => (count === '1' ? 'Importa 1 riga' : `Importa ${count} righe`),
  importNothing: 'Niente da importare',
  found: 'Che cosa abbiamo trovato',
  done: 'Importato',
  read: 'Righe lette',
  added: 'Nuove',
  wouldAdd: 'Da aggiungere',
  known: 'Già conosciute',
  refused: 'Rifiutate',
  refusedWhy:
    'Rifiutiamo chi ha chiesto di essere cancellato o ha detto di no, e ciò che le regole del suo canale non permettono di tenere.',
  problems: 'Righe che non si capiscono',
  problemsLead: 'Le altre si importano lo stesso.',
  line: (number: string) => `Riga ${number}`,
  more: (count: string) => `e altre ${count}`,
  see: 'Guarda le persone',
  law: 'Importa solo chi ha un motivo per stare qui. Ognuno può chiedere che cosa sappiamo, e di essere cancellato.',
};
const en: typeof it = {
  title: 'Import a list',
  lead: 'From a sheet you already have, or from a web drawn elsewhere. First you try, then you import: nothing changes while you try.',
  kind: 'What it holds',
  kinds: {
    contacts: 'People we know',
    followers: 'Those who follow us',
    interactions: 'Who spoke with whom',
  },
  columns: 'The columns that we understand',
  expected: {
    contacts: 'name, company, role, place, email, note, tags. The name is enough.',
    followers: 'channel, handle, name, url, followers. Channel and handle are needed.',
    interactions: 'from, to, at, kind, channel. From, to and at are needed.',
  },
  graphml: 'A GraphML file brings people and ties together: each node a person, each edge a tie.',
  text: 'Paste here, or choose a file',
  placeholder: 'name,company,place\nLucia Marangon,Bridge Inn,Dogliani',
  file: 'Choose a file',
  fileHelp:
    'CSV, GraphML, or the archive that you download from Mastodon, Instagram, Facebook or X, zip too: up to 20 MB. Of an archive only the lists of followers are read.',
  fileTooBig: 'The file is larger than 20 MB: split it, or take only the lists out of the archive.',
  fileChosen: (name: string) => `Chosen: ${name}.`,
  fileAway: 'Leave this file',
  sending: (percent: string) => `${percent}% sent`,
  past: 'Imported so far',
  pastLead:
    'Every import can be taken back: the people it brought go, but not those who have spoken with us since or of whom you wrote something.',
  brought: (count: string, ago: string) => `${count} new, ${ago}`,
  undo: 'Take back',
  undone: (ago: string) => `Taken back ${ago}`,
  takenBack: (removed: string, kept: string) =>
    kept === '0'
      ? `Taken back: ${removed} people fewer.`
      : `Taken back: ${removed} people fewer, ${kept} stay.`,
  try: 'Try without importing',
  import: (count: string) => (count === '1' ? 'Import 1 line' : `Import ${count} lines`),
  importNothing: 'Nothing to import',
  found: 'What we found',
  done: 'Imported',
  read: 'Lines read',
  added: 'New',
  wouldAdd: 'To be added',
  known: 'Already known',
  refused: 'Refused',
  refusedWhy:
    'We refuse whoever asked to be erased or said no, and what the rules of their channel do not allow us to keep.',
  problems: 'Lines that cannot be understood',
  problemsLead: 'The others are imported all the same.',
  line: (number: string) => `Line ${number}`,
  more: (count: string) => `and ${count} more`,
  see: 'Look at the people',
  law: 'Import only those who have a reason to be here. Anyone may ask what we know, and to be erased.',
};
export const words = { it, en };
