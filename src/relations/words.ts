/** What this room says by itself. */
export const words = {
  erased: {
    it: 'Abbiamo cancellato gli account, gli scambi, i punteggi e le liste di questa persona, e tutto quello che ha detto: testi, versioni precedenti, originali, e le sue parole citate da altri. Resta solo un’impronta cifrata, che non si può leggere: serve a non raccoglierla di nuovo, su nessun canale. Se un giorno ci scriverà lei in privato, quel messaggio arriverà come quello di chiunque.',
    en: 'We have erased this person’s accounts, interactions, scores and lists, and everything they said: texts, earlier versions, originals, and their words as quoted by others. Only an encrypted fingerprint stays, which cannot be read: it keeps us from collecting them again, on any channel. If one day they write to us in private themselves, that message will arrive like anybody’s.',
  },
} as const;
