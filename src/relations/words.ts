/** What this room says by itself. */
export const words = {
  erased: {
    it: 'Abbiamo cancellato gli account, gli scambi, i punteggi e le liste di questa persona, e tutto quello che ha detto: testi, versioni precedenti, originali, e le sue parole citate da altri. Resta solo un’impronta cifrata, che non si può leggere: serve a non raccoglierla di nuovo, su nessun canale. Se un giorno ci scriverà lei in privato, quel messaggio arriverà come quello di chiunque.',
    en: 'We have erased this person’s accounts, interactions, scores and lists, and everything they said: texts, earlier versions, originals, and their words as quoted by others. Only an encrypted fingerprint stays, which cannot be read: it keeps us from collecting them again, on any channel. If one day they write to us in private themselves, that message will arrive like anybody’s.',
  },
  erasedButEvidence: {
    it: 'Abbiamo cancellato gli account, gli scambi, i punteggi e le liste di questa persona, e tutto quello che ha detto: testi, versioni precedenti, originali, e le sue parole citate da altri. Resta solo un’impronta cifrata, che non si può leggere: serve a non raccoglierla di nuovo, su nessun canale. Se un giorno ci scriverà lei in privato, quel messaggio arriverà come quello di chiunque. Una parte di quello che ha scritto resta tra le prove della Tutela, chiusa e con un suo termine: serve a difendere un diritto, e la legge lo permette (GDPR, art. 17, paragrafo 3, lettera e).',
    en: 'We have erased this person’s accounts, interactions, scores and lists, and everything they said: texts, earlier versions, originals, and their words as quoted by others. Only an encrypted fingerprint stays, which cannot be read: it keeps us from collecting them again, on any channel. If one day they write to us in private themselves, that message will arrive like anybody’s. Some of what they wrote stays among the evidence of Protection, locked and with a time limit of its own: it serves to defend a right, as the law allows (GDPR, art. 17(3)(e)).',
  },
} as const;
