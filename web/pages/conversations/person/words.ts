const it = {
  whole: 'Tutta la conversazione con questa persona',
  wholeWith: (name: string) => `Tutto con ${name}`,
  back: 'Torna a questa conversazione',
  earlier: 'Ancora più indietro',
  empty: 'Non c’è ancora niente da leggere insieme.',
  noPerson:
    'Di chi scrive qui non teniamo un profilo, perché le regole del canale non lo permettono o perché non lo vuole.',
  answerIn: 'Rispondi in',
  open: 'Apri dove è stato detto',
  us: 'Noi',
  met: 'Ci siamo visti',
  accounts: (count: number, threads: number) =>
    `${count === 1 ? 'Un profilo' : `${count} profili`}, ${threads === 1 ? 'una conversazione' : `${threads} conversazioni`}`,
  inList: (count: number) => `${count} conversazioni`,
};
const en: typeof it = {
  whole: 'The whole conversation with this person',
  wholeWith: (name: string) => `All with ${name}`,
  back: 'Back to this conversation',
  earlier: 'Further back',
  empty: 'There is nothing to read together yet.',
  noPerson:
    'Of whoever writes here we keep no profile, because the channel’s terms do not allow it or because they do not want it.',
  answerIn: 'Answer in',
  open: 'Open where it was said',
  us: 'Us',
  met: 'We met',
  accounts: (count: number, threads: number) =>
    `${count === 1 ? 'One profile' : `${count} profiles`}, ${threads === 1 ? 'one conversation' : `${threads} conversations`}`,
  inList: (count: number) => `${count} conversations`,
};
export const words = { it, en };
