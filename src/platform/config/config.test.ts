import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../result.ts';
import { readConfig } from './config.ts';
import { variableNames, variables } from './env.ts';

const here = { home: '/home/anna', folder: '/srv/passaparola' };
const read = (source: Record<string, string | undefined>) => readConfig(source, here);
const wrong = (source: Record<string, string>) => {
  const result = read(source);
  return result.ok ? [] : result.error.map(({ variable }) => variable);
};

describe('the configuration', () => {
  it('needs nothing: everything has a sensible beginning', () => {
    expect(expectOk(read({}))).toEqual({
      dataDir: '/home/anna/.local/share/passaparola',
      databasePoolSize: 10,
      host: '127.0.0.1',
      port: 4321,
      baseUrl: 'http://127.0.0.1:4321',
      trustProxy: false,
      keyFile: '/home/anna/.local/share/passaparola/secret.key',
      allowPrivateAddresses: [],
      logLevel: 'info',
      demo: false,
    });
  });

  it('takes an empty variable for an absent one', () => {
    const empty = Object.fromEntries(variableNames.map((name) => [name, '  ']));
    expect(read(empty)).toEqual(read({}));
  });

  it('accepts the example that it gives for each variable', () => {
    const examples = Object.fromEntries(variableNames.map((name) => [name, variables[name].example]));
    expect(expectOk(read(examples))).toMatchObject({
      dataDir: '/var/lib/passaparola',
      databaseUrl: variables.DATABASE_URL.example,
      baseUrl: 'https://passaparola.example.it',
      allowPrivateAddresses: ['192.168.1.10', 'fd00::10'],
      mail: { from: 'Passaparola <passaparola@example.it>' },
      trustProxy: true,
      demo: true,
    });
  });

  it('keeps the key beside the data, and starts relative paths from the working folder', () => {
    const config = expectOk(read({ PASSAPAROLA_DATA: 'dati' }));
    expect(config).toMatchObject({
      dataDir: '/srv/passaparola/dati',
      keyFile: '/srv/passaparola/dati/secret.key',
    });
  });

  it('prefers its own port to the common PORT, and lets 0 mean any free one', () => {
    expect(expectOk(read({ PORT: '8080' }))).toMatchObject({ port: 8080, baseUrl: 'http://127.0.0.1:8080' });
    expect(expectOk(read({ PORT: '8080', PASSAPAROLA_PORT: '0' })).port).toBe(0);
  });

  it('names every wrong variable at once, in two languages and with a remedy', () => {
    const result = read({ PASSAPAROLA_PORT: 'ottanta', DATABASE_URL: 'mysql://x', PASSAPAROLA_LOG: 'tanto' });
    if (result.ok) throw new Error('accepted');
    expect(result.error.map(({ variable }) => variable)).toEqual([
      'DATABASE_URL',
      'PASSAPAROLA_PORT',
      'PASSAPAROLA_LOG',
    ]);
    expect(result.error[1]).toEqual({
      variable: 'PASSAPAROLA_PORT',
      wrong: {
        it: 'deve essere un numero intero tra 0 e 65535',
        en: 'must be a whole number between 0 and 65535',
      },
      remedy: {
        it: "Correggila, per esempio PASSAPAROLA_PORT='4321', oppure toglila.",
        en: "Correct it, for example PASSAPAROLA_PORT='4321', or remove it.",
      },
    });
  });

  it('refuses names where only literal addresses are safe, a mail server without a sender, and a site under a path', () => {
    expect(wrong({ PASSAPAROLA_ALLOW_ADDRESSES: '10.0.0.1,posta.lan' })).toEqual([
      'PASSAPAROLA_ALLOW_ADDRESSES',
    ]);
    expect(wrong({ PASSAPAROLA_SMTP_URL: 'smtp://localhost' })).toEqual(['PASSAPAROLA_MAIL_FROM']);
    expect(wrong({ PASSAPAROLA_URL: 'https://example.it/passaparola' })).toEqual(['PASSAPAROLA_URL']);
  });

  it('names the place of the source code when it is a web address, and refuses anything else', () => {
    const named = read({ PASSAPAROLA_SOURCE_URL: 'https://codice.example.it/passaparola' });
    expect(named).toMatchObject({ ok: true, value: { sourceUrl: 'https://codice.example.it/passaparola' } });
    expect(wrong({ PASSAPAROLA_SOURCE_URL: 'javascript:alert(1)' })).toEqual(['PASSAPAROLA_SOURCE_URL']);
  });

  it('never throws and never repeats a secret, whatever the environment holds', () => {
    const environment = fc.record(
      Object.fromEntries(variableNames.map((name) => [name, fc.option(fc.string(), { nil: undefined })])),
    );
    fc.assert(
      fc.property(environment, (source) => {
        const result = read(source);
        if (result.ok) expect(result.value.port).toBeGreaterThanOrEqual(0);
        else expect(result.error.length).toBeGreaterThan(0);
      }),
    );
    const leaked = read({ DATABASE_URL: 'postgres//anna:sangiovese@db' });
    expect(JSON.stringify(leaked)).not.toContain('sangiovese');
  });
});
