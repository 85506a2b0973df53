import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedManifest } from '../feed/manifest.ts';
import { readValues } from './read-values.ts';

const label = { it: 'Campo', en: 'Field' };
const mailbox = {
  manifest: {
    ...feedManifest,
    auth: 'password' as const,
    fields: [
      { name: 'host', kind: 'text' as const, label, required: true },
      { name: 'port', kind: 'number' as const, label, required: false, defaultValue: 993 },
      { name: 'tls', kind: 'toggle' as const, label, required: false },
      { name: 'password', kind: 'password' as const, label, required: true, secret: true },
    ],
  },
  settingsSchema: z.object({
    host: z.string(),
    port: z.number().int().default(993),
    tls: z.boolean().optional(),
  }),
  secretsSchema: z.object({ password: z.string().min(4) }),
};

describe('the values of a form', () => {
  it('are parted into what may be shown and what may not, each in its own kind', () => {
    expect(
      readValues(mailbox, { host: 'posta.example', port: '143', tls: 'true', password: 'segreta' }),
    ).toEqual({
      ok: true,
      value: { settings: { host: 'posta.example', port: 143, tls: true }, secrets: { password: 'segreta' } },
    });
  });

  it('are told all that is wrong with them at once, field by field', () => {
    const read = readValues(mailbox, { port: 'tanti', password: 'abc', colour: 'red' });
    expect(read).toMatchObject({
      error: [
        { field: 'colour', words: { it: 'Questo canale non ha un campo così.' } },
        { field: 'host', words: { it: 'Questo serve per collegarsi.' } },
        { field: 'port', words: { it: 'Qui va un numero.' } },
        { field: 'password', words: { it: 'Così non va: incollala di nuovo intera.' } },
      ],
    });
  });

  it('count as missing when empty', () => {
    expect(readValues(mailbox, { host: '  ', port: '', password: 'segreta' })).toMatchObject({
      error: [{ field: 'host' }],
    });
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.double())), (values) => {
        expect(typeof readValues(mailbox, values).ok).toBe('boolean');
      }),
    );
  });
});
