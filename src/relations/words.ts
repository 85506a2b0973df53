/** What this room says by itself. */
export const words = {
  erased: {
    it: 'Abbiamo cancellato gli account, gli scambi, i punteggi e le liste di questa persona. Resta solo un’impronta cifrata, che non si può leggere: serve a non riconoscerla di nuovo. Quello che ha scritto resta nelle conversazioni, finché i termini del canale lo permettono o finché non lo toglie.',
    en: 'We have erased this person’s accounts, interactions, scores and lists. Only an encrypted fingerprint stays, which cannot be read: it keeps us from knowing them again. What they wrote stays in the conversations, for as long as the channel’s terms allow it or until they take it back.',
  },
} as const;
