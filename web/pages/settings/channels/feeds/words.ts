const it = {
  open: 'Elenco di siti (OPML)',
  title: 'Siti e blog da un elenco',
  lead: 'Il programma con cui seguivi i siti sa esportarli in un file OPML: portalo qui. Prima di collegare qualcosa ti diciamo riga per riga che cosa abbiamo trovato.',
  choose: 'Scegli il file',
  other: 'Scegli un altro file',
  download: 'Scarica i siti che segui',
  found: (fresh: number, here: number, refused: number) =>
    [
      fresh === 1 ? '1 sito nuovo' : `${fresh} siti nuovi`,
      ...(here > 0 ? [here === 1 ? '1 che segui già' : `${here} che segui già`] : []),
      ...(refused > 0 ? [refused === 1 ? '1 riga che non va' : `${refused} righe che non vanno`] : []),
    ].join(' · '),
  line: (line: number) => `Riga ${line}`,
  untitled: 'Senza nome',
  states: {
    new: 'Nuovo',
    here: 'Lo segui già',
    added: 'Aggiunto',
    waiting: 'In attesa',
    refused: 'Non aggiunto',
  },
  add: (count: number) => (count === 1 ? 'Aggiungi 1 sito' : `Aggiungi ${count} siti`),
  adding: 'Li proviamo uno per uno…',
  done: (count: number) => (count === 1 ? 'Aggiunto 1 sito.' : `Aggiunti ${count} siti.`),
};
const en: typeof it = {
  open: 'List of sites (OPML)',
  title: 'Sites and blogs from a list',
  lead: 'The program in which you followed the sites can export them as an OPML file: bring it here. Before anything is joined up we tell you line by line what we found.',
  choose: 'Choose the file',
  other: 'Choose another file',
  download: 'Download the sites that you follow',
  found: (fresh, here, refused) =>
    [
      fresh === 1 ? '1 new site' : `${fresh} new sites`,
      ...(here > 0 ? [`${here} that you follow already`] : []),
      ...(refused > 0
        ? [refused === 1 ? '1 line that will not do' : `${refused} lines that will not do`]
        : []),
    ].join(' · '),
  line: (line) => `Line ${line}`,
  untitled: 'Without a name',
  states: { new: 'New', here: 'Followed already', added: 'Added', waiting: 'Waiting', refused: 'Not added' },
  add: (count) => (count === 1 ? 'Add 1 site' : `Add ${count} sites`),
  adding: 'Trying them one by one…',
  done: (count) => (count === 1 ? 'Added 1 site.' : `Added ${count} sites.`),
};
export const words = { it, en };
