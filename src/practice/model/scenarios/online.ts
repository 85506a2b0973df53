import type { Scenario } from '../scenario.ts';

export const online: readonly Scenario[] = [
  {
    id: 'lost-parcel',
    sector: 'online',
    place: 'social',
    gravity: 2,
    who: 'Davide',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'Il pacco «consegnato» che non c’è', en: 'The parcel “delivered” that is not there' },
    facts: {
      it: 'Il corriere segna consegnato a un vicino. Puoi rispedire subito senza aspettare l’esito del reclamo al corriere.',
      en: 'The courier says it was left with a neighbour. You may resend at once without waiting for the courier to look into it.',
    },
    said: {
      it: 'Pacco «consegnato» martedì. A chi, non si sa. Il vostro assistente automatico mi ripete la stessa frase da tre giorni.',
      en: 'Parcel “delivered” on Tuesday. To whom, nobody knows. Your automatic assistant has repeated the same sentence for three days.',
    },
    twist: {
      it: 'Ah, una persona vera. Però nel pacco c’era un regalo che ora è esaurito sul sito.',
      en: 'Ah, a real person. But there was a present in it that is now sold out on your site.',
    },
    model: {
      it: 'Davide, mi dispiace: tre giorni a parlare con una macchina non dovevano succedere. Il pacco te lo rispedisco domani, la ricerca col corriere la faccio io. Scrivimi in privato il numero dell’ordine, ti confermo entro oggi. Chiara',
      en: 'Davide, I am sorry: three days of talking to a machine should not have happened. I will resend your parcel tomorrow, and the search with the courier is my job. Message me privately with the order number and I will confirm by today. Chiara',
    },
  },
  {
    id: 'wrong-size',
    sector: 'online',
    place: 'mail',
    gravity: 1,
    who: 'Federica',
    register: 'tu',
    needsPrivate: false,
    title: { it: 'La taglia sbagliata per la seconda volta', en: 'The wrong size for the second time' },
    facts: {
      it: 'In magazzino due etichette erano scambiate. Puoi mandare la taglia giusta oggi e far ritirare l’altra gratis.',
      en: 'Two labels were swapped in the warehouse. You may send the right size today and have the other collected for free.',
    },
    said: {
      it: 'Ordino una M, arriva una S. La cambio, arriva un’altra S. Devo pagare io anche il secondo reso?',
      en: 'I order an M, an S arrives. I change it, another S arrives. Do I have to pay for the second return too?',
    },
    twist: {
      it: 'Ok. Solo che mi serve per venerdì, parto.',
      en: 'Okay. Only that I need it by Friday, I am leaving.',
    },
    model: {
      it: 'Federica, hai ragione, e mi dispiace: abbiamo scambiato due etichette, e hai perso tempo tu. La M te la spedisco oggi; domani passa il corriere a ritirare la S, e non paghi niente.\n\nChiara',
      en: 'Federica, you are right and I am sorry: we swapped two labels, and it was your time that was lost. I am sending the M today; tomorrow the courier collects the S, and you pay nothing.\n\nChiara',
    },
  },
  {
    id: 'data-leak',
    sector: 'online',
    place: 'forum',
    gravity: 4,
    who: 'ghost42',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'Gli indirizzi in chiaro di tutti', en: 'Everybody’s address in the open' },
    facts: {
      it: 'Una newsletter è partita con 180 indirizzi visibili. Va avvisato il Garante entro 72 ore e va scritto a tutti. Da oggi l’invio è in copia nascosta e lo controllano in due.',
      en: 'A newsletter left with 180 addresses in view. The authority must be told within 72 hours and everybody must be written to. From today it is sent in blind copy and two people check it.',
    },
    said: {
      it: 'Avete mandato la newsletter con gli indirizzi di tutti in chiaro. Vi rendete conto? Ora mi arriva spam da gente che non conosco.',
      en: 'You sent the newsletter with everybody’s address in view. Do you realise? Now I get spam from people I do not know.',
    },
    twist: {
      it: 'Almeno lo ammettete. E i miei dati, li cancellate?',
      en: 'At least you admit it. And my data, will you delete them?',
    },
    model: {
      it: 'Hai ragione, è un errore mio e ti chiedo scusa: gli indirizzi non dovevano vedersi. Oggi avviso il Garante e scrivo a tutte le persone coinvolte; da domani gli invii li controlliamo in due. Se vuoi la cancellazione scrivimi in privato, la faccio entro domani.\n\nChiara, responsabile del sito',
      en: 'You are right, it is my mistake and I am sorry: the addresses should not have been in view. Today I am writing to the authority and to everybody concerned; from tomorrow two of us will check each sending. If you want your data deleted, write to me privately and I will do it by tomorrow.\n\nChiara, in charge of the site',
    },
  },
  {
    id: 'fake-photo',
    sector: 'online',
    place: 'review',
    gravity: 1,
    who: 'Teresa',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Diverso dalla foto', en: 'Not like the picture' },
    facts: {
      it: 'La foto del sito è della versione precedente: il colore è cambiato a marzo. Puoi rifare la foto oggi e accettare il reso.',
      en: 'The picture on the site is of the previous version: the colour changed in March. You may take a new picture today and accept the return.',
    },
    said: {
      it: 'Nella foto è verde salvia, a casa è arrivato un verde militare. O non sapete fare le foto o pensate che non ci si accorga.',
      en: 'In the picture it is sage green, what arrived is army green. Either you cannot take pictures or you think that nobody notices.',
    },
    twist: {
      it: 'Va bene. Però il reso lo devo imballare io e ho buttato la scatola.',
      en: 'Fine. But I have to pack the return and I have thrown the box away.',
    },
    model: {
      it: 'Signora Teresa, ha ragione: la foto è di un colore che non facciamo più, ed è una mancanza mia. Mi dispiace. Oggi rifaccio la foto; il Suo lo ritiriamo noi quando vuole, da domani, e La rimborso il giorno stesso.\n\nChiara',
      en: 'Dear Teresa, you are right: the picture shows a colour that we do not make any more, and that is my mistake. I am sorry. Today I will take a new one; we will collect yours when it suits you, from tomorrow, and refund you the same day.\n\nChiara',
    },
  },
];
