import type { Manifest, SettingsField } from '../contract.ts';
import { supportOf } from '../support-of.ts';

const securityChoices = [
  { value: 'tls', label: { it: 'TLS (consigliata)', en: 'TLS (advised)' } },
  { value: 'starttls', label: { it: 'STARTTLS', en: 'STARTTLS' } },
  { value: 'none', label: { it: 'Nessuna (solo nella rete di casa)', en: 'None (own network only)' } },
];

const folded = { required: false, advanced: true } as const;

const serverFields: readonly SettingsField[] = [
  {
    name: 'imapHost',
    kind: 'text',
    label: { it: 'Server della posta in arrivo (IMAP)', en: 'Incoming server (IMAP)' },
    help: {
      it: 'Se lo lasci vuoto lo ricaviamo dall’indirizzo. Con Aruba su dominio proprio: imaps.aruba.it.',
      en: 'Left empty, we work it out from the address. With Aruba on a domain of your own: imaps.aruba.it.',
    },
    placeholder: 'imaps.aruba.it',
    ...folded,
  },
  {
    name: 'imapPort',
    kind: 'number',
    label: { it: 'Porta IMAP', en: 'IMAP port' },
    placeholder: '993',
    ...folded,
  },
  {
    name: 'imapSecurity',
    kind: 'choice',
    label: { it: 'Sicurezza IMAP', en: 'IMAP security' },
    choices: securityChoices,
    ...folded,
  },
  {
    name: 'smtpHost',
    kind: 'text',
    label: { it: 'Server della posta in uscita (SMTP)', en: 'Outgoing server (SMTP)' },
    placeholder: 'smtps.aruba.it',
    ...folded,
  },
  {
    name: 'smtpPort',
    kind: 'number',
    label: { it: 'Porta SMTP', en: 'SMTP port' },
    placeholder: '465',
    ...folded,
  },
  {
    name: 'smtpSecurity',
    kind: 'choice',
    label: { it: 'Sicurezza SMTP', en: 'SMTP security' },
    choices: securityChoices,
    ...folded,
  },
  {
    name: 'user',
    kind: 'text',
    label: { it: 'Nome utente', en: 'User name' },
    help: {
      it: 'Di solito è l’indirizzo stesso: lascia vuoto.',
      en: 'Usually the address itself: leave it empty.',
    },
    ...folded,
  },
  {
    name: 'folder',
    kind: 'text',
    label: { it: 'Cartella da leggere', en: 'Folder to read' },
    placeholder: 'INBOX',
    ...folded,
  },
  {
    name: 'maxAgeDays',
    kind: 'number',
    label: { it: 'Quanti giorni indietro leggere all’inizio', en: 'How many days back to read at first' },
    ...folded,
    defaultValue: 30,
  },
  {
    name: 'ca',
    kind: 'text',
    label: { it: 'Certificato della vostra autorità (PEM)', en: 'Certificate of your own authority (PEM)' },
    help: {
      it: 'Solo per server vostri con un certificato fatto in casa.',
      en: 'Only for servers of your own with a home-made certificate.',
    },
    ...folded,
  },
];

export const mailManifest: Manifest = {
  id: 'mail',
  name: { it: 'Mail', en: 'E-mail' },
  summary: {
    it: 'La casella dell’azienda: le lettere arrivano appena spedite e le risposte partono con il vostro nome.',
    en: 'The company’s mailbox: letters come in as they are sent, and answers go out in your own name.',
  },
  icon: 'mail',
  auth: 'password',
  fields: [
    {
      name: 'address',
      kind: 'email',
      label: { it: 'Indirizzo e-mail', en: 'E-mail address' },
      help: {
        it: 'Gmail, iCloud e Yahoo vogliono una “password per le app”; Outlook.com e Microsoft 365 accettano solo OAuth e per ora non si collegano.',
        en: 'Gmail, iCloud and Yahoo want an “app password”; Outlook.com and Microsoft 365 only take OAuth and cannot be connected yet.',
      },
      placeholder: 'info@cantinarocca.it',
      required: true,
    },
    {
      name: 'password',
      kind: 'password',
      label: { it: 'Password della casella', en: 'Password of the mailbox' },
      required: true,
      secret: true,
    },
    {
      name: 'name',
      kind: 'text',
      label: { it: 'Nome dell’azienda', en: 'Name of the company' },
      help: {
        it: 'Sta accanto all’indirizzo e sotto la firma.',
        en: 'It stands beside the address and below the signature.',
      },
      placeholder: 'Cantina Rocca',
      required: false,
    },
    ...serverFields,
  ],
  capabilities: supportOf(
    {
      'direct-messages': { how: 'push' },
      reviews: {
        how: 'push',
        why: {
          it: 'Quando le piattaforme (Google, TripAdvisor, Trustpilot, Facebook, Booking) ne avvisano per mail e la mail arriva qui.',
          en: 'When platforms (Google, TripAdvisor, Trustpilot, Facebook, Booking) tell of them by mail and the mail comes here.',
        },
      },
      stream: { how: 'push' },
      reply: { how: 'push' },
      image: { how: 'push', why: { it: 'Come allegati.', en: 'As attachments.' } },
      search: {
        how: 'absent',
        why: {
          it: 'Una casella porta solo le sue lettere: i termini si cercano lì dentro.',
          en: 'A mailbox brings only its own letters: terms are looked for among them.',
        },
      },
      retract: {
        how: 'absent',
        why: {
          it: 'Una lettera spedita non si riprende.',
          en: 'A letter that was sent cannot be taken back.',
        },
      },
    },
    { it: 'La posta non lo prevede.', en: 'Mail has no such thing.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://www.rfc-editor.org/rfc/rfc5322',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 5 * 60 * 1000,
};
