import type { Scenario } from '../scenario.ts';

export const winery: readonly Scenario[] = [
  {
    id: 'broken-bottles',
    sector: 'winery',
    place: 'review',
    gravity: 2,
    who: 'Paola R.',
    register: 'lei',
    needsPrivate: true,
    title: { it: 'Bottiglie rotte in un regalo', en: 'Broken bottles in a present' },
    facts: {
      it: 'Il cartone era quello sottile: è già successo due volte. Puoi rispedire subito con un altro corriere, a vostre spese. Vi manca il numero dell’ordine.',
      en: 'It was the thin box: it has happened twice before. You may resend at once with another carrier, at your expense. You do not have the order number.',
    },
    said: {
      it: 'Ordinate sei bottiglie per il compleanno di mio padre. Due rotte, etichette fradice, figura pessima. Nessuno risponde al telefono.',
      en: 'I ordered six bottles for my father’s birthday. Two broken, labels soaked, an awful impression. Nobody answers the phone.',
    },
    twist: {
      it: 'Grazie della risposta. Però il compleanno è sabato: se arrivano lunedì non mi servono più.',
      en: 'Thank you for answering. But the birthday is on Saturday: if they come on Monday they are no use to me.',
    },
    model: {
      it: 'Signora Paola, mi dispiace: un regalo doveva arrivare intero, e al telefono qualcuno doveva risponderLe. Le rispedisco due bottiglie domani con un altro corriere. Mi scriva in privato il numero dell’ordine, così La richiamo io entro stasera.\n\nMarta, della cantina',
      en: 'Dear Paola, I am sorry: a present should arrive whole, and somebody should have answered the phone. I will send you two bottles tomorrow with another carrier. Write to me privately with your order number and I will call you by tonight.\n\nMarta, from the winery',
    },
  },
  {
    id: 'corked-tasting',
    sector: 'winery',
    place: 'review',
    gravity: 1,
    who: 'Giorgio',
    register: 'tu',
    needsPrivate: false,
    title: { it: 'La visita di corsa', en: 'The hurried visit' },
    facts: {
      it: 'Quel sabato c’erano due gruppi insieme. La visita durava un’ora ed è finita in venticinque minuti. Puoi invitarlo di nuovo, a un orario tranquillo.',
      en: 'There were two groups together that Saturday. The visit should last an hour and was over in twenty-five minutes. You may invite him again, at a quiet time.',
    },
    said: {
      it: 'Visita pagata 25 euro a testa e fatta di corsa, tre vini versati senza una parola. Il vino è buono, ma così non si accolgono le persone.',
      en: 'We paid 25 euros each for a rushed visit, three wines poured without a word. The wine is good, but this is no way to receive people.',
    },
    twist: {
      it: 'Apprezzo. Ma io abito a tre ore da lì: non è che posso tornare quando fa comodo a voi.',
      en: 'I appreciate that. But I live three hours away: I cannot just come back when it suits you.',
    },
    model: {
      it: 'Giorgio, hai ragione: venticinque minuti non sono una visita, e mi dispiace che nessuno ti abbia raccontato i vini. Ti restituisco metà della visita entro venerdì, e da questa settimana non accetto più due gruppi insieme. Se ripassi, ti accompagno io.\n\nMarta',
      en: 'Giorgio, you are right: twenty-five minutes are no visit, and I am sorry that nobody told you about the wines. I will refund half of the visit by Friday, and from this week I will not take two groups together. If you come by again, I will show you round myself.\n\nMarta',
    },
  },
  {
    id: 'sulphites',
    sector: 'winery',
    place: 'mail',
    gravity: 4,
    who: 'Dott. Ferri',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'L’allergene che non c’era sull’etichetta', en: 'The allergen missing from the label' },
    facts: {
      it: 'L’etichetta del lotto L-204 è uscita senza la dicitura dei solfiti. Il lotto si può fermare e ritirare oggi; va avvisata l’azienda sanitaria.',
      en: 'The label of batch L-204 went out without the sulphite wording. The batch can be stopped and withdrawn today; the health authority must be told.',
    },
    said: {
      it: 'Mia moglie è allergica ai solfiti ed è stata male dopo un bicchiere del vostro bianco. Sull’etichetta non c’è scritto niente. È una cosa gravissima.',
      en: 'My wife is allergic to sulphites and was unwell after a glass of your white. The label says nothing. This is extremely serious.',
    },
    twist: {
      it: 'Adesso sta meglio. Voglio sapere quante altre bottiglie come questa ci sono in giro.',
      en: 'She is better now. I want to know how many more bottles like this are out there.',
    },
    model: {
      it: 'Dottor Ferri, mi dispiace per Sua moglie: l’etichetta è sbagliata ed è una mancanza nostra. Oggi fermo la vendita di quel lotto, ritiro le bottiglie e avviso l’azienda sanitaria. La chiamo domani alle 10 per dirLe che cosa abbiamo fatto; se sta ancora male, senta subito un medico.\n\nMarta Valdorsa',
      en: 'Dear Dr Ferri, I am sorry about your wife: the label is wrong and that is our mistake. Today I will stop selling that batch, we will collect the bottles and tell the health authority. I will call you tomorrow at 10 to tell you what we have done; if she still feels unwell, see a doctor at once.\n\nMarta Valdorsa',
    },
  },
  {
    id: 'gift-club',
    sector: 'winery',
    place: 'social',
    gravity: 2,
    who: 'Nadia',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'Addebito doppio del club', en: 'Charged twice by the club' },
    facts: {
      it: 'Il pagamento è partito davvero due volte: un errore vostro nel rinnovo. Puoi rimborsare subito; la banca ci mette tre giorni.',
      en: 'The payment did go through twice: a mistake of yours in the renewal. You may refund at once; the bank takes three days.',
    },
    said: {
      it: '@cantina mi avete preso DUE volte la quota del club. Vi ho scritto quattro giorni fa e silenzio. Bella serietà.',
      en: '@winery you charged my club fee TWICE. I wrote four days ago and silence. So much for being serious.',
    },
    twist: {
      it: 'Ok, grazie. Ma visto come va, il club lo vorrei disdire: come si fa?',
      en: 'Okay, thanks. But given how it went, I would like to leave the club: how do I do that?',
    },
    model: {
      it: 'Nadia, hai ragione e mi dispiace: l’addebito doppio è un errore nostro, e quattro giorni di silenzio pure. Ti rimborso oggi, la banca ci mette tre giorni. Ti scrivo ora in privato per la conferma. Marta',
      en: 'Nadia, you are right and I am sorry: the double charge is our mistake, and so are four days of silence. I will refund you today; the bank takes three days. I am writing to you privately with the confirmation. Marta',
    },
  },
];
