import { z } from 'zod';
import { type Door, type Security, securities } from './door.ts';
import { guessServers } from './providers.ts';

/** What is left empty in the form comes as an empty string: it was not given. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const host = given(
  z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(/^[^\s/@:]+$|^[\da-f:]+$/),
);
const port = given(z.coerce.number().int().min(1).max(65_535));
const security = given(z.enum(securities));

/** The form's values; servers that are not given are guessed from the domain of the address. */
export const MailSettingsSchema = z
  .object({
    address: z.email().trim().toLowerCase().max(320),
    name: given(z.string().trim().max(200)),
    imapHost: host,
    imapPort: port,
    imapSecurity: security,
    smtpHost: host,
    smtpPort: port,
    smtpSecurity: security,
    user: given(z.string().trim().max(320)),
    folder: given(z.string().trim().max(200)),
    maxAgeDays: given(z.coerce.number().int().min(0).max(3_650)),
    ca: given(z.string().max(100_000)),
  })
  .transform((form) => {
    const guess = guessServers(form.address);
    return {
      address: form.address,
      name: form.name ?? '',
      imapHost: form.imapHost ?? guess.imap.host,
      imapPort: form.imapPort ?? portFor(form.imapSecurity, guess.imap, 143),
      imapSecurity: form.imapSecurity ?? guess.imap.security,
      smtpHost: form.smtpHost ?? guess.smtp.host,
      smtpPort: form.smtpPort ?? portFor(form.smtpSecurity, guess.smtp, 587),
      smtpSecurity: form.smtpSecurity ?? guess.smtp.security,
      user: form.user ?? form.address,
      folder: form.folder ?? 'INBOX',
      maxAgeDays: form.maxAgeDays ?? 30,
      ca: form.ca ?? '',
    };
  });
export type MailSettings = z.infer<typeof MailSettingsSchema>;

export const MailSecretsSchema = z.object({ password: z.string().min(1).max(1_000) });
export type MailSecrets = z.infer<typeof MailSecretsSchema>;

const portFor = (security: Security | undefined, guess: Door, plain: number): number =>
  security === undefined || security === guess.security
    ? guess.port
    : security === 'tls'
      ? guess.port
      : plain;

export const imapDoor = (settings: MailSettings): Door => ({
  host: settings.imapHost,
  port: settings.imapPort,
  security: settings.imapSecurity,
});

export const smtpDoor = (settings: MailSettings): Door => ({
  host: settings.smtpHost,
  port: settings.smtpPort,
  security: settings.smtpSecurity,
});
