import type { Words } from '../../../channels/index.ts';
import type { InteractionKind } from '../interactions/kinds.ts';

/** An account as an import names it; a native id `acct:...` waits for the channel's own until they are heard. */
export type ImportedAccount = {
  readonly channel: string;
  readonly nativeId: string;
  readonly handle: string | null;
};

export type ImportedPerson = {
  readonly line: number;
  readonly name: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  /** Null for a person without any: kept by name and company. */
  readonly account: ImportedAccount | null;
  readonly followers: number | null;
  /** They follow us. */
  readonly follows: boolean;
};

export type ImportedEdge = {
  readonly line: number;
  /** Null is us. */
  readonly from: ImportedAccount | null;
  readonly to: ImportedAccount | null;
  readonly kind: InteractionKind;
  /** ISO 8601. */
  readonly at: string;
};

export type ImportProblem = { readonly line: number; readonly says: Words };

/** What was read; `refused` of the lines may not be taken, whatever they say. */
export type Imported = {
  readonly read: number;
  readonly people: readonly ImportedPerson[];
  readonly edges: readonly ImportedEdge[];
  readonly problems: readonly ImportProblem[];
  readonly refused: number;
};

export const nothingImported: Imported = { read: 0, people: [], edges: [], problems: [], refused: 0 };

export const problemWords = {
  noName: { it: 'Manca il nome, e anche l’account.', en: 'Neither a name nor an account.' },
  noAccount: { it: 'Non capisco quale account sia.', en: 'It is not clear which account this is.' },
  noEnds: { it: 'Manca chi, o verso chi.', en: 'It does not say from whom, or to whom.' },
  toOneself: { it: 'Da sé a sé: non è uno scambio.', en: 'From oneself to oneself: that is no exchange.' },
  noKind: { it: 'Non conosco questo tipo di scambio.', en: 'This kind of interaction is not known.' },
  noDate: {
    it: 'La data non si legge, o è nel futuro.',
    en: 'The date cannot be read, or is in the future.',
  },
  noHeader: {
    it: 'La prima riga deve dire che cosa c’è in ogni colonna: per esempio nome, azienda, email.',
    en: 'The first line must say what each column holds: for example name, company, email.',
  },
  terms: {
    it: 'I termini di questo canale non permettono di tenere profili.',
    en: 'This channel’s terms do not allow profiles to be kept.',
  },
  linkedIn: {
    it: 'LinkedIn non permette di portare i suoi contatti in un altro programma per curare relazioni.',
    en: 'LinkedIn does not allow its connections to be moved into another program for keeping relations.',
  },
  unknownArchive: {
    it: 'Non riconosco questo archivio: porto dentro gli elenchi di Mastodon (following_accounts.csv, followers.csv) e di Bluesky (con handle o did).',
    en: 'This archive is not recognised: lists of Mastodon (following_accounts.csv, followers.csv) and of Bluesky (with handle or did) can be brought in.',
  },
  notGraphml: { it: 'Questo non è GraphML.', en: 'This is not GraphML.' },
  noNode: { it: 'Il legame nomina un nodo che non c’è.', en: 'The tie names a node that is not there.' },
  tooLong: { it: 'C’è un testo troppo lungo.', en: 'There is a text that is too long.' },
} as const satisfies Readonly<Record<string, Words>>;
