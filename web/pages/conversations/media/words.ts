const it = {
  show: 'Mostra qui',
  hear: 'Ascolta qui',
  download: 'Scarica',
  shownBy: 'La porta qui il vostro server: chi l’ha pubblicata non sa chi guarda.',
  failed: 'Il sito dove sta non la dà. Puoi aprirla là.',
  heavy: (kilobytes: string) => `${kilobytes} kB`,
  onlyThere: 'Il file resta nella casella di posta: aprilo da lì.',
};
const en: typeof it = {
  show: 'Show it here',
  hear: 'Listen here',
  download: 'Download',
  shownBy: 'Your server brings it: whoever published it does not learn who looks.',
  failed: 'The site where it stands does not give it. You can open it there.',
  heavy: (kilobytes: string) => `${kilobytes} kB`,
  onlyThere: 'The file stays in the mailbox: open it from there.',
};
export const words = { it, en };
