import { describe, expect, it } from 'vitest';
import type { Channel } from './contract.ts';
import type { Item } from './events.ts';
import { feedChannel } from './feed/channel.ts';
import { mailChannel } from './mail/channel.ts';
import { webmentionChannel } from './webmention/channel.ts';

type Reading = Pick<Channel, 'readRaw' | 'normalise'>;
const eventsOf = (channel: Reading, bytes: string | Uint8Array, context: Record<string, string> = {}) =>
  channel
    .readRaw(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, context)
    .flatMap((raw) => channel.normalise(raw));
const itemsOf = (...asked: Parameters<typeof eventsOf>): readonly Item[] =>
  eventsOf(...asked).flatMap((event) => (event.kind === 'item' ? [event.item] : []));

describe('feeds as their specifications have them', () => {
  const feed = (text: string | Uint8Array) =>
    itemsOf(feedChannel, text, { feedUrl: 'https://a.example/feed.xml' });

  it('RSS 0.90, 0.91 and 1.0', () => {
    const old = (version: string, inside: string) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${version}" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://a.example/</link></channel>${inside}</rdf:RDF>`;
    expect(
      feed(
        old(
          'http://my.netscape.com/rdf/simple/0.9/',
          '<item><title>Nove</title><link>https://a.example/9</link></item>',
        ),
      ),
    ).toMatchObject([{ title: 'Nove', url: 'https://a.example/9' }]);
    expect(
      feed(
        old(
          'http://purl.org/rss/1.0/',
          '<item rdf:about="https://a.example/2"><title>Due</title><dc:creator>Anna</dc:creator><dc:date>2026-11-20T10:00:00+01:00</dc:date></item>',
        ),
      ),
    ).toMatchObject([
      { nativeId: 'https://a.example/2', author: { name: 'Anna' }, saidAt: '2026-11-20T09:00:00.000Z' },
    ]);
    expect(
      feed(
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><language>it</language><item><title>Uno</title><description>Ciao &lt;b&gt;mondo&lt;/b&gt;</description></item></channel></rss>',
      ),
    ).toMatchObject([{ title: 'Uno', text: 'Ciao mondo', language: 'it' }]);
  });

  it('namespaces are known by their address, whatever their prefix', () => {
    expect(
      feed(
        '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><guid isPermaLink="false">g1</guid><d:creator>Ugo</d:creator><c:encoded>&lt;p&gt;corpo&lt;/p&gt;</c:encoded></item></channel></rss>',
      ),
    ).toMatchObject([{ nativeId: 'g1', text: 'corpo', author: { name: 'Ugo' } }]);
  });

  it('Atom 1.0: bases and languages inherited, XHTML, content elsewhere, authors of the feed and of the source', () => {
    const [first, second, third] = feed(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml" xml:base="https://a.example/blog/" xml:lang="it"><a:id>urn:f</a:id><a:author><a:name>Rosa</a:name><a:uri>/rosa</a:uri></a:author>
      <a:entry xml:base="2026/"><a:id>urn:1</a:id><a:title type="html">Uno &amp;amp; due</a:title><a:updated>2026-11-20T10:00:00Z</a:updated><a:link href="uno"/><a:content type="xhtml"><x:div>Ciao <x:b>Anna</x:b>, <x:a href="x">qui</x:a></x:div></a:content></a:entry>
      <a:entry xml:lang="en"><a:id>urn:2</a:id><a:updated>2026-11-20T10:00:00Z</a:updated><a:content src="https://b.example/v.mp4" type="video/mp4"/><a:summary>sum</a:summary></a:entry>
      <a:entry><a:id>urn:3</a:id><a:title>a &lt;b&gt; c</a:title><a:updated>2026-11-20T10:00:00Z</a:updated><a:source><a:author><a:name>Sorgente</a:name></a:author></a:source></a:entry></a:feed>`,
    );
    expect(first).toMatchObject({
      title: 'Uno & due',
      text: 'Ciao Anna, qui',
      language: 'it',
      url: 'https://a.example/blog/2026/uno',
      links: [{ url: 'https://a.example/blog/2026/x' }],
      author: { name: 'Rosa', url: 'https://a.example/rosa' },
    });
    expect(second).toMatchObject({ text: 'sum', language: 'en', media: [{ kind: 'video' }] });
    expect(third).toMatchObject({ title: 'a <b> c', author: { name: 'Sorgente' } });
  });

  it('JSON Feed 1.0 and 1.1', () => {
    expect(
      feed(
        '{"version":"https://jsonfeed.org/version/1","author":{"name":"Lia","url":"https://l.example/"},"items":[{"id":7,"content_text":"ciao"}]}',
      ),
    ).toMatchObject([{ nativeId: '7', author: { name: 'Lia', url: 'https://l.example/' } }]);
    expect(
      feed(
        '{"version":"https://jsonfeed.org/version/1.1","language":"it","items":[{"id":"8","content_html":"<p>ciao</p>","summary":"s","language":"en"},{"content_text":"senza id"}]}',
      ),
    ).toMatchObject([
      { text: 'ciao', language: 'en' },
      { text: 'senza id', language: 'it' },
    ]);
  });

  it('in other encodings, told by the document or by its first bytes', () => {
    const xml = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><item><title>Caffè</title></item></channel></rss>`;
    expect(feed(Buffer.from(xml('iso-8859-1'), 'latin1'))).toMatchObject([{ title: 'Caffè' }]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml('utf-16'), 'utf16le')]);
    expect(feed(wide)).toMatchObject([{ title: 'Caffè' }]);
  });
});

describe('letters as their specifications have them', () => {
  const letter = (text: string) =>
    eventsOf(mailChannel, text.replaceAll('\n', '\r\n'), { accountId: 'noi@cantina.example' });
  const read = (text: string) =>
    letter(text).flatMap((event) => (event.kind === 'item' ? [event.item] : []))[0];

  it('RFC 2047: words folded, side by side, with a language, and with a letter cut between two of them', () => {
    expect(
      read(
        'From: =?utf-8?q?Anna_=C3=88?= =?utf-8?q?_Sole?= <a@x.example>\nSubject: =?UTF-8?B?UGVyY2g=?=\n =?UTF-8?B?w6k=?= =?iso-8859-1*it?Q?_s=EC?=\n\nx',
      ),
    ).toMatchObject({ title: 'Perché sì', author: { name: 'Anna È Sole' } });
    expect(
      read(
        'From: a@x.example\nSubject: =?utf-8?B?Q2FmZsM=?= =?utf-8?B?qA==?= e =?utf-8?Q?t=C3?= =?utf-8?Q?=A8?=\n\nx',
      ),
    ).toMatchObject({
      title: 'Caffè e tè',
    });
  });

  it('RFC 2231: parameters continued and encoded, the boundary too', () => {
    expect(
      read(
        'From: a@x.example\nContent-Type: multipart/mixed; boundary*0="ab"; boundary*1="cd"\n\n--abcd\n\ntesto\n--abcd\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*0*=UTF-8\'\'perch%C3; filename*1*=%A9%20; filename*2="s.pdf"\n\nx\n--abcd--\n',
      ),
    ).toMatchObject({ text: 'testo', media: [{ name: 'perché s.pdf' }] });
  });

  it('RFC 5322: comments in comments, quoted names, groups without members', () => {
    expect(
      read('From: (x (y)) "Rossi, \\"M\\"" <a@x.example> (z)\nTo: undisclosed-recipients:;\n\nx')?.author,
    ).toMatchObject({ nativeId: 'a@x.example', name: 'Rossi, "M"' });
  });

  it('RFC 2045: eight bits that nobody declared, nested multiparts, words after a comment', () => {
    const junk = Buffer.from('From: a@x.example\r\nSubject: Caff\xe8\r\n\r\nperch\xe9\r\n', 'latin1');
    expect(itemsOf(mailChannel, junk)).toMatchObject([{ title: 'Caffè', text: 'perché' }]);
    expect(
      read(
        'From: a@x.example\nContent-Type: multipart/mixed; boundary=m\n\nprima\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset="us-ascii" (c)\nContent-Transfer-Encoding: Quoted-Printable\n\ncaff=C3=A8=\n ok\n--a\nContent-Type: text/html\n\n<p>html</p>\n--a--\n--m--\ndopo\n',
      )?.text,
    ).toBe('caffè ok');
  });

  it('RFC 3676: lines that flow, with and without the space that made them flow', () => {
    const flowed = (more: string) =>
      `From: a@x.example\nContent-Type: text/plain; format=flowed${more}\n\nUna riga \nche va.\n`;
    expect(read(flowed(''))?.text).toBe('Una riga che va.');
    expect(read(flowed('; delsp=yes'))?.text).toBe('Una rigache va.');
  });

  it('RFC 3834: what a machine sent, and what says that it did not', () => {
    const submitted = (value: string) => read(`From: a@x.example\nAuto-Submitted: ${value}\n\nx`)?.automatic;
    expect(submitted('auto-replied (vacation)')).toBe('auto-reply');
    expect(submitted('auto-generated')).toBe('auto-reply');
    expect(submitted('no')).toBeUndefined();
  });

  it('RFC 3464 and 6533: who was not reached, in any script, and by which letter', () => {
    expect(
      letter(
        'From: mailer@x.example\nContent-Type: multipart/report; report-type=global-delivery-status; boundary=b\n\n--b\n\nno\n--b\nContent-Type: message/global-delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: utf-8; jürgen@x.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n--b\nContent-Type: message/global-headers\n\nMessage-ID: <nostro@cantina.example>\n\n--b--\n',
      )[0],
    ).toEqual({
      kind: 'undelivered',
      ofNativeId: 'nostro@cantina.example',
      recipient: 'jürgen@x.example',
      status: '5.1.1',
      reason: '550 no such user',
    });
  });
});

describe('pages as microformats2 has them', () => {
  const target = 'https://nostra.example/vino';
  const page = (inside: string) =>
    eventsOf(webmentionChannel, `<div class="h-entry">${inside}</div>`, {
      source: 'https://loro.example/nota',
      target,
    })[0];

  it.each([
    [`<div class="u-like-of h-cite"><a class="u-url p-name" href="${target}">v</a></div>`, 'like'],
    [`<a class="u-repost-of" href="${target}">v</a>`, 'repost'],
    [`<a class="u-bookmark-of" href="${target}">v</a>`, 'other'],
  ])('%s is a reaction: %s', (inside, reaction) => {
    expect(page(inside)).toMatchObject({ kind: 'reaction', reaction, ofNativeId: target });
  });

  it('an answer to a nested h-cite is a comment; a yes to an invitation says so', () => {
    expect(
      page(
        `<div class="u-in-reply-to h-cite"><a class="u-url" href="${target}">v</a></div><div class="e-content">Bel <b>post</b></div>`,
      ),
    ).toMatchObject({ item: { form: 'comment', text: 'Bel post', parentNativeId: target } });
    expect(
      page(`<a class="u-in-reply-to" href="${target}">v</a><data class="p-rsvp" value="yes">vengo</data>`),
    ).toMatchObject({ item: { text: 'RSVP: yes', replyContext: { rsvp: 'yes' } } });
  });
});
