import { describe, expect, it } from 'vitest';
import type { ManifestFieldView } from '../../../app/views.ts';
import { readForm } from './read-form.ts';

const field = (name: string, kind: ManifestFieldView['kind']): ManifestFieldView => ({
  name,
  kind,
  label: { it: name, en: name },
  required: false,
});

describe('a channel’s form', () => {
  it('gives numbers as numbers and switches as yes or no', () => {
    const fields = [field('port', 'number'), field('own', 'toggle'), field('other', 'toggle')];
    expect(readForm(fields, { port: '993', own: 'yes' })).toEqual({ port: 993, own: true, other: false });
  });

  it('leaves out what was left empty, so that kept secrets stay', () => {
    expect(
      readForm([field('password', 'password'), field('user', 'text')], { password: '', user: ' ada ' }),
    ).toEqual({ user: 'ada' });
  });

  it('completes a web address typed without its scheme', () => {
    const fields = [field('url', 'url')];
    expect(readForm(fields, { url: 'www.cantina.it' })).toEqual({ url: 'https://www.cantina.it' });
    expect(readForm(fields, { url: 'http://cantina.it' })).toEqual({ url: 'http://cantina.it' });
  });
});
