const it = {
  suggest: 'Proponi una bozza',
  writing: 'Sto scrivendo una bozza',
  written: 'Bozza scritta dall’IA: leggila e correggila. La firmi e la mandi tu.',
  masked: (count: number) =>
    count === 1
      ? 'Un dato personale non è uscito di qui.'
      : `${count} dati personali non sono usciti di qui.`,
  back: 'Rimetti quello che c’era',
  draftMark: 'Bozza scritta dall’IA: la correggi, la firmi e la mandi tu.',
  answerMark: (name: string) => `Bozza scritta dall’IA, mandata da ${name}`,
};
const en: typeof it = {
  suggest: 'Propose a draft',
  writing: 'Writing a draft',
  written: 'Draft written by AI: read it and correct it. You sign and send it.',
  masked: (count) =>
    count === 1
      ? 'One piece of personal data did not leave this place.'
      : `${count} pieces of personal data did not leave this place.`,
  back: 'Put back what was there',
  draftMark: 'Draft written by AI: you correct, sign and send it.',
  answerMark: (name) => `Draft written by AI, sent by ${name}`,
};
export const words = { it, en };
