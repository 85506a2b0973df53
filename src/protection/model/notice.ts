import type { ReviewFinding } from './deadlines.ts';
import type { ReportKind } from './report-states.ts';

export type NoticeFacts = {
  readonly company: string;
  readonly signatory: string;
  readonly email: string;
  readonly platform: string;
  readonly kind: ReportKind;
  readonly urls: readonly string[];
  /** The channel's own ids: for what has no address of its own. */
  readonly nativeIds: readonly string[];
  /** Digest of the manifest of evidence, hex; null until it was collected. */
  readonly digest: string | null;
  readonly publishedOn: string;
  readonly reasons: string;
  readonly finding: ReviewFinding;
  readonly number: number;
};

const because = {
  it: {
    'false-review': 'la recensione non descrive un’esperienza reale presso di noi',
    insult: 'contiene insulti rivolti a una persona che lavora qui',
    threat: 'contiene una minaccia rivolta a una persona che lavora qui',
    defamation: 'attribuisce a noi fatti non veri che offendono la nostra reputazione',
    extortion: 'è usata per ottenere un vantaggio che non è dovuto',
    'personal-data': 'diffonde dati personali di qualcuno senza che ce ne sia titolo',
    other: 'è contraria alla legge per le ragioni che seguono',
  },
  en: {
    'false-review': 'the review does not describe a real experience with us',
    insult: 'it contains insults aimed at a person who works here',
    threat: 'it contains a threat aimed at a person who works here',
    defamation: 'it ascribes to us untrue facts that harm our reputation',
    extortion: 'it is used to obtain an advantage that is not due',
    'personal-data': 'it spreads somebody’s personal data without a title to do so',
    other: 'it is against the law for the reasons that follow',
  },
} as const satisfies Record<'it' | 'en', Record<ReportKind, string>>;

/** A notice with all that article 16(2) of the DSA wants, to be completed by a person: gaps are between square brackets. Nothing is sent from here. */
export const writeNotice = (language: 'it' | 'en', facts: NoticeFacts): string =>
  (language === 'it' ? italian(facts) : english(facts)).filter((line) => line !== null).join('\n');

const where = ({ urls, nativeIds }: NoticeFacts, gap: string): string =>
  urls.length > 0 ? urls.join('\n') : nativeIds.length > 0 ? `${gap} (id: ${nativeIds.join(', ')})` : gap;

const italian = (facts: NoticeFacts): readonly (string | null)[] => [
  `Oggetto: segnalazione di contenuto illegale (Regolamento (UE) 2022/2065, art. 16) – nostro riferimento ${facts.number}`,
  '',
  `A ${facts.platform},`,
  '',
  `1. Dove si trova. ${where(facts, '[indirizzo esatto del contenuto]')}`,
  `   Pubblicato il ${facts.publishedOn}.`,
  '',
  `2. Perché è illegale. Il contenuto indicato ${because.it[facts.kind]}.`,
  facts.reasons || '[spiega i fatti con parole semplici: che cosa non è vero, che cosa lo mostra]',
  findingIt(facts.finding),
  facts.digest
    ? `Conserviamo le prove raccolte; l’impronta SHA-256 del loro elenco è ${facts.digest}.`
    : null,
  '',
  `3. Chi segnala. ${facts.signatory || '[nome e cognome, ruolo]'} per ${facts.company}, ${facts.email || '[indirizzo di posta]'}.`,
  '',
  '4. Dichiaro in buona fede che le informazioni e le affermazioni di questa segnalazione sono esatte e complete.',
  '',
  'Chiedo conferma di ricezione, la decisione con i motivi e l’indicazione di come opporsi (art. 16, paragrafi 4 e 5).',
  '',
  facts.signatory || '[firma]',
];

const english = (facts: NoticeFacts): readonly (string | null)[] => [
  `Subject: notice of illegal content (Regulation (EU) 2022/2065, art. 16) – our reference ${facts.number}`,
  '',
  `To ${facts.platform},`,
  '',
  `1. Where it is. ${where(facts, '[exact address of the content]')}`,
  `   Published on ${facts.publishedOn}.`,
  '',
  `2. Why it is illegal. The content: ${because.en[facts.kind]}.`,
  facts.reasons || '[explain the facts in plain words: what is untrue, what shows it]',
  findingEn(facts.finding),
  facts.digest ? `We keep the evidence collected; the SHA-256 of its manifest is ${facts.digest}.` : null,
  '',
  `3. Who reports. ${facts.signatory || '[name, role]'} for ${facts.company}, ${facts.email || '[mail address]'}.`,
  '',
  '4. I declare in good faith that the information and allegations in this notice are accurate and complete.',
  '',
  'Please confirm receipt, and give your decision with its reasons and the ways to object (art. 16, paragraphs 4 and 5).',
  '',
  facts.signatory || '[signature]',
];

const findingIt = (finding: ReviewFinding): string | null =>
  finding.kind === 'too-late'
    ? `È stata scritta ${finding.days} giorni dopo la visita: l’ultimo giorno utile era il ${finding.lastDay} (legge annuale PMI 2026, capo IV).`
    : finding.kind === 'before-visit'
      ? 'È stata scritta prima della visita di cui parla.'
      : null;

const findingEn = (finding: ReviewFinding): string | null =>
  finding.kind === 'too-late'
    ? `It was written ${finding.days} days after the visit: the last day was ${finding.lastDay} (Italian annual SME law 2026, chapter IV).`
    : finding.kind === 'before-visit'
      ? 'It was written before the visit that it speaks of.'
      : null;
