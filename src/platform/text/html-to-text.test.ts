import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './hostile.fixture.ts';
import { htmlToText } from './html-to-text.ts';

describe('the text of HTML', () => {
  it('keeps paragraphs, breaks and lists', () => {
    expect(htmlToText('<p>Uno\n  due</p><p>tre<br>quattro<br/>cinque</p>')).toBe(
      'Uno due\n\ntre\nquattro\ncinque',
    );
    expect(htmlToText('<h1>Titolo</h1><ul><li>a</li><li><p>b</p></li></ul><div>fine</div>')).toBe(
      'Titolo\n\n• a\n• b\n\nfine',
    );
    expect(htmlToText('<div>a</div><div>b</div><pre>  x\n    y</pre>')).toBe('a\nb\n\n  x\n    y');
    expect(htmlToText('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toBe('a b\nc');
  });

  it('decodes entities, once', () => {
    expect(htmlToText('caff&egrave; &amp; t&#232; &#x1F377; &lt;b&gt; &amp;lt;i&amp;gt;')).toBe(
      'caffè & tè 🍷 <b> &lt;i&gt;',
    );
  });

  it('keeps the words of a link whole, and its target when asked and different', () => {
    const fediverse =
      '<a href="https://vino.example/rosso"><span class="invisible">https://</span><span>vino.example/rosso</span></a>';
    expect(htmlToText(fediverse, { links: 'targets' })).toBe('https://vino.example/rosso');
    const link = 'Leggi <a href="https://vino.example/?a=1&amp;b=2">qui</a>.';
    expect(htmlToText(link)).toBe('Leggi qui.');
    expect(htmlToText(link, { links: 'targets' })).toBe('Leggi qui (https://vino.example/?a=1&b=2).');
    expect(
      htmlToText('<a href="javascript:alert(1)">x</a> <a href=data:text/html,x>y</a>', { links: 'targets' }),
    ).toBe('x y');
  });

  it('leaves out what is not shown', () => {
    for (const hidden of [
      '<script>alert(1)</script>',
      '<style>p{}</style>',
      '<svg><g><script>x</script><text>t</text></g></svg>',
      '<!-- c -->',
      '<template><p>t</p></template>',
      '<iframe srcdoc="<script>">x</iframe>',
      '<title>t</title>',
      '<SCRIPT\n>x</SCRIPT\t>',
      '<math><mi>x</mi></math>',
      '<svg/>',
      '<img src=x onerror=alert(1)>',
      '<!doctype html>',
    ])
      expect(htmlToText(`prima ${hidden}dopo`), hidden).toBe('prima dopo');
    expect(htmlToText('<img src="x" alt="Etichetta">')).toBe('Etichetta');
  });

  it('is plain text from anything, without an exception', () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<!--',
        '-->',
        '<p',
        '<a href="',
        '"',
        "'",
        '=',
        '<script>',
        '</script>',
        '<svg>',
        '<pre>',
        '&',
        '&#',
        '&#xD800;',
        '&#0;',
        '&lt',
        ';',
        '<br>',
        '<li>',
        '<![CDATA[',
        ']]>',
        '/>',
        '<td>',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('words' as const, 'targets' as const),
        (pieces, links) => {
          const text = htmlToText(pieces.join(''), { links });
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/\0|\n{3}|^\s|\s$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('grows with the input and no faster, however it is nested or left open', () => {
    const deep = 100_000;
    expect(htmlToText('a'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(htmlToText(`${'<div>'.repeat(deep)}x${'</div>'.repeat(deep)}`)).toBe('x');
    expect(htmlToText(`${'<b>'.repeat(deep)}x${'</i>'.repeat(deep)}`)).toBe('x');
    expect(htmlToText(`${'<svg>'.repeat(deep)}x${'</svg>'.repeat(deep)}y`)).toBe('y');
    expect(htmlToText(`${'<a href=https://a.it/>'.repeat(deep)}x`, { links: 'targets' })).toBe('x');
    expect(htmlToText(`x${'<br>'.repeat(deep)}y`)).toBe('x\n\ny');
    expect(htmlToText('<'.repeat(1_000_000)).length).toBeLessThanOrEqual(1_000_000);
    expect(htmlToText('&'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(htmlToText(`<pre>${' '.repeat(1_000_000)}x`).length).toBeLessThanOrEqual(1_000_001);
    expect(htmlToText(`x${'<!--'.repeat(deep)}`)).toBe('x');
  });
});
