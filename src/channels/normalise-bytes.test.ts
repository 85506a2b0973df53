import { describe, expect, it } from 'vitest';
import { normaliseBytes } from './normalise-bytes.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a raw document of a channel', () => {
  it('yields its events without any database', () => {
    const feed = bytesOf(
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","content_html":"<p>Che <b>buono</b></p>"}]}',
    );
    expect(normaliseBytes('feed', feed)).toMatchObject({
      value: [{ kind: 'item', item: { nativeId: '1', form: 'article', text: 'Che buono' } }],
    });
    expect(
      normaliseBytes('by-hand', bytesOf('{"form":"call","who":{"name":"Ugo"},"text":"Pronto?"}')),
    ).toMatchObject({
      value: [{ kind: 'item', item: { form: 'call', text: 'Pronto?', author: { name: 'Ugo' } } }],
    });
  });

  it('yields one unrecognised event when it is of another kind', () => {
    expect(normaliseBytes('feed', bytesOf('<html><p>Una pagina'))).toMatchObject({
      value: [{ kind: 'unrecognised' }],
    });
    expect(normaliseBytes('by-hand', bytesOf('ciao'))).toMatchObject({ value: [{ kind: 'unrecognised' }] });
  });

  it('needs a channel that exists', () => {
    expect(normaliseBytes('piccioni', bytesOf('x'))).toEqual({
      ok: false,
      error: { kind: 'unknown-channel' },
    });
  });
});
