export type Words = { readonly it: string; readonly en: string };

/** Where a fact comes from, when it was read there, and whether the text of the rule itself was seen. */
export type Source = {
  readonly name: string;
  readonly url: string | null;
  readonly readOn: string | null;
  readonly isTextSeen: boolean;
};

/** Days after the visit or purchase within which the Italian law wants a review to be written. */
export const REVIEW_DAYS = 30;
/** Months after which it counts no more. */
export const REVIEW_MONTHS = 24;
/** Months that the law gives to report to the police an offence that is pursued only when the person asks. */
export const COMPLAINT_MONTHS = 3;
/** Months, at least, to object inside the platform to what it decided. */
export const APPEAL_MONTHS = 6;
/** Days after which we remind of a report without an answer. Ours: the law says "timely" and no number. */
export const REMIND_DAYS = 7;

/** The rules that deadlines and reasons are drawn from, as data: none is legal advice, and each says how well it is known. */
export const laws = {
  reviews: {
    says: {
      it: 'Una recensione dev’essere scritta entro 30 giorni dall’uso del servizio, da chi ne ha davvero usufruito, senza sconti né vantaggi in cambio; dopo due anni dalla pubblicazione decade. Lo scontrino la fa presumere autentica. Chi è recensito, con il suo rappresentante legale, può segnalare quella illecita.',
      en: 'A review must be written within 30 days of use of the service, by somebody who really had it, with nothing given in return; two years after publication it lapses. A receipt makes it presumed authentic. The business reviewed can, through its legal representative, report an illicit one.',
    },
    limits: {
      it: 'Pensata per ristorazione e turismo. Numero, data di entrata in vigore e linee guida dell’AGCM non li abbiamo potuti verificare: prima di invocarla, falla guardare alla tua associazione o a un legale.',
      en: 'Made for restaurants and tourism. We could not verify its number, the day it came into force, or the authority’s guidelines: have your association or a lawyer look before you rely on it.',
    },
    source: {
      name: 'Legge annuale PMI, capo IV, artt. 18-23 (Senato, 4 marzo 2026), da QuiFinanza, 5 marzo 2026',
      url: 'https://quifinanza.it/economia/imprese-pmi/decreto-pmi-senato-recensioni-online/960524/',
      readOn: '2026-11-22',
      isTextSeen: false,
    },
  },
  notice: {
    says: {
      it: 'Una segnalazione dice: perché il contenuto è illegale, dove si trova esattamente, chi segnala e il suo indirizzo, e che lo fa in buona fede. La piattaforma conferma di averla ricevuta e decide in tempi ragionevoli, dicendo come opporsi.',
      en: 'A notice says why the content is illegal, where exactly it is, who sends it and their address, and that it is in good faith. The platform confirms receipt and decides in good time, telling how to object.',
    },
    limits: {
      it: 'Non fissa un numero di giorni: il promemoria dopo 7 giorni è nostro.',
      en: 'It sets no number of days: the reminder after 7 days is ours.',
    },
    source: {
      name: 'Regolamento (UE) 2022/2065 (DSA), art. 16',
      url: 'https://www.eu-digital-services-act.com/Digital_Services_Act_Article_16.html',
      readOn: '2026-11-22',
      isTextSeen: true,
    },
  },
  appeal: {
    says: {
      it: 'Contro una decisione si può reclamare dentro la piattaforma per almeno sei mesi, e poi rivolgersi a un organismo certificato di risoluzione delle controversie.',
      en: 'A decision can be objected to inside the platform for at least six months, and then taken to a certified dispute body.',
    },
    limits: {
      it: 'Le piattaforme micro e piccole ne sono esenti.',
      en: 'Micro and small platforms are exempt.',
    },
    source: {
      name: 'Regolamento (UE) 2022/2065 (DSA), artt. 19-21',
      url: null,
      readOn: null,
      isTextSeen: false,
    },
  },
  complaint: {
    says: {
      it: 'Per diffamazione e minaccia (nei casi che si perseguono a querela) la querela si presenta entro tre mesi da quando si è saputo del fatto.',
      en: 'For defamation and threats (where they are pursued only if the person asks) a criminal complaint is lodged within three months of learning of the fact.',
    },
    limits: {
      it: 'L’ingiuria diretta non è più reato dal 2016 (resta l’illecito civile); per alcuni fatti più gravi il termine è diverso. Chiedi a un legale o alle forze dell’ordine.',
      en: 'A direct insult has been no crime since 2016 (it remains a civil wrong); some graver facts have another term. Ask a lawyer or the police.',
    },
    source: { name: 'Codice penale, artt. 124, 595, 612', url: null, readOn: null, isTextSeen: false },
  },
  evidence: {
    says: {
      it: 'Chi chiede di cancellare i suoi dati non può far cancellare quelli che servono ad accertare, esercitare o difendere un diritto in giudizio: restano finché servono a quello, e a nient’altro.',
      en: 'Whoever asks for their data to be erased cannot have erased what is needed to establish, exercise or defend a legal claim: it stays while it serves that, and nothing else.',
    },
    limits: {
      it: 'Perciò le prove hanno un tempo loro, le apre solo chi ne ha il permesso, e ogni apertura resta scritta.',
      en: 'So evidence has a time limit of its own, only those who may open it, and each opening is written down.',
    },
    source: { name: 'GDPR, art. 17(3)(e)', url: null, readOn: null, isTextSeen: false },
  },
} as const satisfies Readonly<
  Record<string, { readonly says: Words; readonly limits: Words; readonly source: Source }>
>;

/** Whom to call when there is danger: told wherever a threat is. */
export const helpLines = [
  {
    number: '112',
    says: {
      it: 'Emergenze: se c’è un pericolo adesso, chiama subito.',
      en: 'Emergencies: if there is danger now, call at once.',
    },
  },
  {
    number: '1522',
    says: {
      it: 'Antiviolenza e stalking: gratuito, giorno e notte, in più lingue.',
      en: 'Violence and stalking: free, day and night, in several languages.',
    },
  },
  {
    number: 'commissariatodips.it',
    says: {
      it: 'Polizia Postale: segnalazioni e consigli in rete. La denuncia si firma in un ufficio.',
      en: 'Postal police: reports and advice online. A formal complaint is signed at an office.',
    },
  },
] as const;
