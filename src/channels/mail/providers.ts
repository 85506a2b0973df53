import type { Words } from '../contract.ts';
import type { Door } from './door.ts';

/** What is known of a mail provider. `source`: where it was read; `unverified` when only from general knowledge. */
export type Provider = {
  readonly id: string;
  readonly domains: readonly string[];
  readonly imap: Door;
  readonly smtp: Door;
  readonly signIn: 'password' | 'app-password' | 'oauth-only';
  /** Posta elettronica certificata: no hidden recipients (Aruba: "non in copia conoscenza nascosta"). */
  readonly isCertified?: boolean;
  readonly source: string;
};

const tls = (host: string, port: number): Door => ({ host, port, security: 'tls' });

/** Checked on 2026-11-22. Every value is only a first guess that the form lets people change. */
export const providers: readonly Provider[] = [
  {
    id: 'gmail',
    domains: ['gmail.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    signIn: 'app-password',
    source: 'https://developers.google.com/workspace/gmail/imap/imap-smtp',
  },
  {
    id: 'outlook',
    domains: ['outlook.com', 'outlook.it', 'hotmail.com', 'hotmail.it', 'live.com', 'live.it', 'msn.com'],
    imap: tls('outlook.office365.com', 993),
    smtp: { host: 'smtp-mail.outlook.com', port: 587, security: 'starttls' },
    signIn: 'oauth-only',
    source:
      'https://support.microsoft.com/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040',
  },
  {
    id: 'libero',
    domains: ['libero.it', 'iol.it', 'inwind.it', 'blu.it', 'giallo.it'],
    imap: tls('imapmail.libero.it', 993),
    smtp: tls('smtp.libero.it', 465),
    signIn: 'password',
    source: 'unverified: https://aiuto.libero.it',
  },
  {
    id: 'virgilio',
    domains: ['virgilio.it'],
    imap: tls('in.virgilio.it', 993),
    smtp: tls('out.virgilio.it', 465),
    signIn: 'password',
    source: 'unverified: https://aiuto.virgilio.it',
  },
  {
    id: 'aruba',
    domains: ['aruba.it', 'technet.it'],
    imap: tls('imaps.aruba.it', 993),
    smtp: tls('smtps.aruba.it', 465),
    signIn: 'password',
    source: 'unverified: https://guide.hosting.aruba.it',
  },
  {
    id: 'aruba-pec',
    domains: ['pec.it', 'arubapec.it', 'mypec.eu', 'gigapec.it', 'pec.aruba.it'],
    imap: tls('imaps.pec.aruba.it', 993),
    smtp: tls('smtps.pec.aruba.it', 465),
    signIn: 'password',
    isCertified: true,
    source: 'https://guide.pec.it/posta-pec/configurare-casella-pec/bozza.aspx',
  },
  {
    id: 'legalmail',
    domains: ['legalmail.it'],
    imap: tls('mbox.cert.legalmail.it', 993),
    smtp: tls('sendm.cert.legalmail.it', 465),
    signIn: 'password',
    isCertified: true,
    source: 'unverified: https://help.infocert.it/home/elencofaq/guida-alla-configurazione-legalmail--',
  },
  {
    id: 'postecert',
    domains: ['postecert.it'],
    imap: tls('mail.postecert.it', 993),
    smtp: tls('mail.postecert.it', 465),
    signIn: 'password',
    isCertified: true,
    source: 'unverified: https://postecert.poste.it',
  },
  {
    id: 'icloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: { host: 'smtp.mail.me.com', port: 587, security: 'starttls' },
    signIn: 'app-password',
    source: 'https://support.apple.com/102525',
  },
  {
    id: 'yahoo',
    domains: ['yahoo.it', 'yahoo.com', 'ymail.com'],
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    signIn: 'app-password',
    source: 'unverified: https://help.yahoo.com',
  },
];

export const providerOf = (address: string): Provider | undefined => {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return providers.find(({ domains }) =>
    domains.some((known) => domain === known || domain.endsWith(`.${known}`)),
  );
};

/** Where the servers of an address most likely are: the provider's, else the usual names in its own domain. */
export const guessServers = (address: string): { readonly imap: Door; readonly smtp: Door } => {
  const domain = address.split('@').at(-1) ?? '';
  return providerOf(address) ?? { imap: tls(`imap.${domain}`, 993), smtp: tls(`smtp.${domain}`, 465) };
};

/** A certified mailbox, by its own domain or by the server that it is sent through. */
export const isCertifiedMail = (address: string, smtpHost: string): boolean =>
  providerOf(address)?.isCertified === true || /(?:^|\.)(?:pec|cert|postecert|legalmail)\b/.test(smtpHost);

/** What to say when signing in failed, beside what the server said. */
export const signInNotice = (address: string): Words | undefined => {
  const signIn = providerOf(address)?.signIn;
  if (signIn === 'app-password') return appPasswordNotice;
  return signIn === 'oauth-only' ? oauthNotice : undefined;
};

const appPasswordNotice: Words = {
  it: 'Questo fornitore vuole una “password per le app”: creala nelle impostazioni di sicurezza dell’account e incollala qui.',
  en: 'This provider wants an “app password”: make one in the security settings of the account and paste it here.',
};

const oauthNotice: Words = {
  it: 'Outlook.com e Microsoft 365 non accettano più password nei programmi di posta, solo l’accesso OAuth, che qui non c’è ancora.',
  en: 'Outlook.com and Microsoft 365 no longer take passwords from mail programs, only OAuth, which is not here yet.',
};
