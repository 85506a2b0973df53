import { describe, expect, it } from 'vitest';
import { isCertifiedMail, providers } from './providers.ts';
import { MailSettingsSchema } from './settings.ts';

const settingsOf = (form: Readonly<Record<string, string | number>>) => MailSettingsSchema.parse(form);

describe('the settings of a mailbox', () => {
  it('are guessed from the address alone where its provider is known', () => {
    expect(settingsOf({ address: 'Cantina@Libero.it' })).toMatchObject({
      address: 'cantina@libero.it',
      imapHost: 'imapmail.libero.it',
      imapPort: 993,
      imapSecurity: 'tls',
      smtpHost: 'smtp.libero.it',
      smtpPort: 465,
      user: 'cantina@libero.it',
      folder: 'INBOX',
      maxAgeDays: 30,
    });
    expect(settingsOf({ address: 'info@cantinarocca.it' })).toMatchObject({
      imapHost: 'imap.cantinarocca.it',
      smtpHost: 'smtp.cantinarocca.it',
    });
  });

  it('take what is written over what is guessed, and the usual port of the security chosen', () => {
    expect(
      settingsOf({
        address: 'info@cantina.it',
        imapHost: 'imaps.aruba.it',
        imapPort: '',
        smtpSecurity: 'starttls',
        maxAgeDays: '7',
      }),
    ).toMatchObject({
      imapHost: 'imaps.aruba.it',
      imapPort: 993,
      smtpPort: 587,
      maxAgeDays: 7,
    });
  });

  it('are the same when read again', () => {
    const settings = settingsOf({ address: 'a@gmail.com', name: 'A' });
    expect(MailSettingsSchema.parse(settings)).toEqual(settings);
  });

  it.each([
    { address: 'nessuno' },
    { address: 'a@b.it', imapPort: 99_999 },
    { address: 'a@b.it', imapHost: 'http://x' },
    { address: 'a@b.it', smtpSecurity: 'ssl' },
  ])('are refused when wrong: %j', (form) => {
    expect(MailSettingsSchema.safeParse(form).success).toBe(false);
  });

  it('know certified mail, which allows no hidden recipients', () => {
    expect(isCertifiedMail('x@pec.it', 'smtps.pec.aruba.it')).toBe(true);
    expect(isCertifiedMail('x@studio.it', 'smtps.pec.aruba.it')).toBe(true);
    expect(isCertifiedMail('x@specchi.it', 'smtp.specchi.it')).toBe(false);
  });

  it('name the source of each provider', () => {
    for (const { source } of providers) expect(source).toMatch(/https:\/\//);
  });
});
