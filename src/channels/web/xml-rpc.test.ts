import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../platform/fetch/index.ts';
import { discoverPingback } from './discover-pingback.ts';
import { readAnswer, readCall, writeCall, writeFault, writeSuccess } from './xml-rpc.ts';

const source = 'https://anna.example/?a=1&b=2';
const target = 'https://cantina.example/città';

describe('a call', () => {
  it('reads as it was written, whatever the strings', () => {
    const plain = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{C}/gu, '').trim());
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const read = readCall(writeCall('pingback.ping', [one, other]));
        expect(read).toEqual({ method: 'pingback.ping', parameters: [one, other] });
      }),
    );
  });

  it('may leave the type out, hold CDATA, references and white space', () => {
    const xml = `<?xml version="1.0"?>\n<methodCall>\n <methodName> pingback.ping </methodName><params>
      <param><value>https://anna.example/?a=1&#38;b=2</value></param>
      <param><value> <string><![CDATA[${target}]]></string> </value></param></params></methodCall>`;
    expect(readCall(xml)).toEqual({ method: 'pingback.ping', parameters: [source, target] });
    expect(readCall('<methodCall><methodName>system.listMethods</methodName></methodCall>')).toEqual({
      method: 'system.listMethods',
      parameters: [],
    });
  });

  it('is read in the charset that it names', () => {
    const written = Buffer.from(
      writeCall('pingback.ping', [source, target]).replace('utf-8', 'iso-8859-1'),
      'latin1',
    );
    expect(readCall(decodeText(written, 'text/xml'))).toMatchObject({ parameters: [source, target] });
  });

  it.each([
    ['nothing', ''],
    ['half of one', '<methodCall><methodName>pingback.ping</methodName>'],
    ['wrongly nested', '<methodCall><methodName>x</methodCall></methodName>'],
    ['two roots', '<methodCall/><methodCall/>'],
    ['words around', 'ciao <methodCall/>'],
    [
      'entities that unfold',
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><methodCall><methodName>&c;</methodName></methodCall>',
    ],
    ['files of ours', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><methodCall>&x;</methodCall>'],
    ['depths', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`],
    ['depths that nobody closes', '<a>'.repeat(300_000)],
    ['ends that nobody began', '</a>'.repeat(300_000)],
  ])('that is %s is no call', (_, xml) => expect(readCall(xml)).toMatchObject({ code: -32700 }));

  it('of something else is said to be none', () => {
    expect(readCall('<rss></rss>')).toMatchObject({ code: -32600 });
    expect(readCall('<methodCall><params/></methodCall>')).toMatchObject({ code: -32600 });
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '!', '[', '&', '-', ';') }),
        (one, other) => {
          readCall(one + other);
          readAnswer(other + one);
        },
      ),
    );
  });
});

describe('an answer', () => {
  it('is a success, a fault with its code, or neither', () => {
    expect(readAnswer(writeSuccess('grazie & a presto'))).toEqual({ kind: 'success' });
    expect(readAnswer(writeFault(48, 'già detto'))).toEqual({ kind: 'fault', code: 48 });
    expect(readAnswer('<html><p>Errore</p></html>')).toEqual({ kind: 'unreadable' });
    expect(readAnswer('<methodResponse></methodResponse>')).toEqual({ kind: 'unreadable' });
  });
});

describe('a pingback server is discovered', () => {
  const at = 'https://sito.example/xmlrpc';
  it.each([
    ['by its header', at, '<link rel="pingback" href="https://altro.example/">', at],
    ['by a link element', null, `<head><link rel="pingback" href="${at}"></head>`, at],
    ['with an ampersand', null, `<link rel="pingback" href="${at}?a=1&amp;b=2" />`, `${at}?a=1&b=2`],
    ['never by an a element', null, `<a rel="pingback" href="${at}">x</a>`, undefined],
    ['never in a comment', null, `<!-- <link rel="pingback" href="${at}"> -->`, undefined],
    ['never at a relative address', null, '<link rel="pingback" href="/xmlrpc">', undefined],
    ['never by another scheme', 'file:///etc/passwd', '', undefined],
  ])('%s', (_, header, html, expected) => expect(discoverPingback({ header, html })).toBe(expected));
});
