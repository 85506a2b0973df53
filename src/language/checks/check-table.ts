import type { Bilingual } from '../tone/finding.ts';
import type { CheckId, CheckLevel, CheckLevels } from './check.ts';

type Row = {
  /** Our own level, and the lowest that a company may choose: [where everyone reads, between two]. */
  readonly usual: readonly [CheckLevel, CheckLevel];
  readonly least: readonly [CheckLevel, CheckLevel];
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly mend: Bilingual;
};

/**
 * Each look at an answer as data. What the law asks cannot be lowered: a benefit for a review (unfair commercial practices, Italian
 * consumer code, articles 22-23, from Directive (EU) 2019/2161); identifiers of a person in public (Regulation (EU) 2016/679,
 * articles 5 and 6), and what concerns health (article 9), which can only be made a warning since words alone do not prove it.
 */
export const checkTable: Readonly<Record<CheckId, Row>> = {
  empty: {
    usual: ['block', 'block'],
    least: ['block', 'block'],
    title: { it: 'vuota', en: 'empty' },
    why: { it: 'Non c’è scritto niente.', en: 'There is nothing in it.' },
    mend: { it: 'Scrivi almeno una parola.', en: 'Write at least one word.' },
  },
  reward: {
    usual: ['block', 'block'],
    least: ['block', 'block'],
    title: { it: 'vantaggio in cambio di recensione', en: 'reward for a review' },
    why: {
      it: 'Promette denaro o un vantaggio in cambio di una recensione: la legge lo vieta, anche se la recensione è sincera.',
      en: 'It promises money or a benefit in exchange for a review: the law forbids it, even when the review is sincere.',
    },
    mend: {
      it: 'Rimedia senza condizioni: togli il legame con la recensione, o togli l’offerta.',
      en: 'Make amends without conditions: drop the link with the review, or drop the offer.',
    },
  },
  'reward-near': {
    usual: ['warn', 'warn'],
    least: ['ok', 'ok'],
    title: { it: 'offerta vicino alla recensione', en: 'offer next to the review' },
    why: {
      it: 'Un’offerta e la recensione nella stessa frase: si può leggere come uno scambio.',
      en: 'An offer and the review in one sentence: it can be read as a trade.',
    },
    mend: {
      it: 'Parla del rimedio in un’altra frase, o in privato.',
      en: 'Speak of the remedy in another sentence, or in private.',
    },
  },
  secret: {
    usual: ['block', 'block'],
    least: ['warn', 'warn'],
    title: { it: 'password o chiave', en: 'password or key' },
    why: {
      it: 'Si legge una password o una chiave di accesso.',
      en: 'A password or an access key can be read.',
    },
    mend: {
      it: 'Toglila, e cambiala se era già stata scritta altrove.',
      en: 'Take it out, and change it if it was written elsewhere before.',
    },
  },
  'tax-code': {
    usual: ['block', 'warn'],
    least: ['block', 'ok'],
    title: { it: 'codice fiscale', en: 'tax code' },
    why: { it: 'Un codice fiscale dice chi è una persona.', en: 'A tax code says who a person is.' },
    mend: {
      it: 'Toglilo: se serve, chiedilo in privato.',
      en: 'Take it out: ask for it in private if you need it.',
    },
  },
  payment: {
    usual: ['block', 'warn'],
    least: ['block', 'ok'],
    title: { it: 'IBAN o carta', en: 'IBAN or card' },
    why: {
      it: 'Si legge un IBAN o il numero di una carta: chiunque lo copi può farne uso.',
      en: 'An IBAN or a card number can be read: whoever copies it can use it.',
    },
    mend: {
      it: 'Toglilo. Se è il conto dell’azienda, aggiungilo ai vostri recapiti nelle impostazioni.',
      en: 'Take it out. If it is the company’s account, add it to your own contacts in the settings.',
    },
  },
  health: {
    usual: ['block', 'ok'],
    least: ['warn', 'ok'],
    title: { it: 'salute di qualcuno', en: 'somebody’s health' },
    why: {
      it: 'In pubblico nomina la salute di una persona: è tra i dati più protetti.',
      en: 'It names a person’s health in public: among the most protected data there are.',
    },
    mend: {
      it: 'Scrivi «quello che ci racconti», e parlane in privato.',
      en: 'Write “what you tell us”, and speak of it in private.',
    },
  },
  order: {
    usual: ['block', 'ok'],
    least: ['ok', 'ok'],
    title: { it: 'dati dell’ordine', en: 'order data' },
    why: {
      it: 'In pubblico nomina l’ordine o la prenotazione di una persona.',
      en: 'It names a person’s order or booking in public.',
    },
    mend: { it: 'Togli il numero, o rispondi in privato.', en: 'Take the number out, or answer in private.' },
  },
  phone: {
    usual: ['warn', 'ok'],
    least: ['ok', 'ok'],
    title: { it: 'telefono', en: 'phone number' },
    why: {
      it: 'Un numero di telefono che tutti possono leggere, e che non è tra i vostri recapiti.',
      en: 'A phone number that everyone can read, and that is not among your own contacts.',
    },
    mend: {
      it: 'Se è di un’altra persona toglilo; se è vostro, aggiungilo ai recapiti nelle impostazioni.',
      en: 'If it is somebody else’s take it out; if it is yours, add it to your contacts in the settings.',
    },
  },
  email: {
    usual: ['warn', 'ok'],
    least: ['ok', 'ok'],
    title: { it: 'indirizzo di posta', en: 'e-mail address' },
    why: {
      it: 'Un indirizzo di posta che tutti possono leggere, e che non è tra i vostri recapiti.',
      en: 'An e-mail address that everyone can read, and that is not among your own contacts.',
    },
    mend: {
      it: 'Se è di un’altra persona toglilo; se è vostro, aggiungilo ai recapiti nelle impostazioni.',
      en: 'If it is somebody else’s take it out; if it is yours, add it to your contacts in the settings.',
    },
  },
  address: {
    usual: ['warn', 'ok'],
    least: ['ok', 'ok'],
    title: { it: 'indirizzo di casa', en: 'street address' },
    why: { it: 'Un indirizzo che tutti possono leggere.', en: 'A street address that everyone can read.' },
    mend: {
      it: 'Se non è il vostro toglilo; se lo è, aggiungilo ai recapiti nelle impostazioni.',
      en: 'If it is not yours take it out; if it is, add it to your contacts in the settings.',
    },
  },
  insult: {
    usual: ['block', 'block'],
    least: ['warn', 'warn'],
    title: { it: 'insulto', en: 'insult' },
    why: {
      it: 'È un insulto: resterà lì, con il vostro nome accanto.',
      en: 'It is an insult: it will stay there, with your name beside it.',
    },
    mend: {
      it: 'Di’ che cosa non va bene, non com’è la persona.',
      en: 'Say what is not right, not what the person is.',
    },
  },
  harsh: {
    usual: ['warn', 'warn'],
    least: ['ok', 'ok'],
    title: { it: 'parola dura', en: 'harsh word' },
    why: {
      it: 'Giudica la persona invece del fatto.',
      en: 'It judges the person rather than what happened.',
    },
    mend: { it: 'Racconta il fatto con parole tue.', en: 'Tell what happened in your own words.' },
  },
  threat: {
    usual: ['warn', 'warn'],
    least: ['ok', 'ok'],
    title: { it: 'minaccia', en: 'threat' },
    why: {
      it: 'È una minaccia, e la leggono tutti: di avvocati si parla con l’avvocato.',
      en: 'This is a threat, and everybody reads it: of lawyers speak to your lawyer.',
    },
    mend: {
      it: 'Proponi di parlarne, e fai seguire il resto a chi se ne intende.',
      en: 'Offer to talk, and leave the rest to who knows.',
    },
  },
  placeholder: {
    usual: ['block', 'block'],
    least: ['warn', 'warn'],
    title: { it: 'segnaposto', en: 'placeholder' },
    why: { it: 'È rimasto un segnaposto.', en: 'A placeholder was left in.' },
    mend: { it: 'Mettici la parola vera.', en: 'Put the real word in.' },
  },
  'forbidden-word': {
    usual: ['block', 'block'],
    least: ['ok', 'ok'],
    title: { it: 'parola che non usate', en: 'word that you do not use' },
    why: {
      it: 'L’azienda ha deciso di non usare questa parola.',
      en: 'The company has decided not to use this word.',
    },
    mend: { it: 'Dilla in un altro modo.', en: 'Say it another way.' },
  },
  shouting: {
    usual: ['warn', 'warn'],
    least: ['ok', 'ok'],
    title: { it: 'gridata', en: 'shouted' },
    why: { it: 'Le maiuscole in fila si leggono come grida.', en: 'Rows of capitals read as shouting.' },
    mend: { it: 'Scrivila in minuscolo.', en: 'Write it in lower case.' },
  },
};

const weight: Readonly<Record<CheckLevel, number>> = { ok: 0, warn: 1, block: 2 };

/** The level that holds: what the company chose, never below what the law asks. */
export const levelOf = (id: CheckId, isPublic: boolean, levels: CheckLevels): CheckLevel => {
  const place = isPublic ? 0 : 1;
  const { usual, least } = checkTable[id];
  const chosen = levels[id]?.[isPublic ? 'everyone' : 'person'] ?? usual[place];
  return weight[chosen] < weight[least[place]] ? least[place] : chosen;
};
