import { describe, expect, it } from 'vitest';
import { hiddenProblem } from './hidden-problem.ts';

describe('a document, before any parser sees it', () => {
  it('is refused when it is too long, too deep or multiplies', () => {
    expect(hiddenProblem(`<rss>${' '.repeat(12_000_000)}</rss>`)).toBe('too-large');
    expect(hiddenProblem(`<rss>${'<a>'.repeat(300)}</rss>`)).toBe('too-deep');
    expect(hiddenProblem(`{"version":${'['.repeat(300)}`)).toBe('too-deep');
    expect(hiddenProblem('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>')).toBe('entities');
  });

  it('passes when depth is only in its texts', () => {
    expect(hiddenProblem(`<rss><![CDATA[${'<a>'.repeat(300)}]]></rss>`)).toBeUndefined();
    expect(hiddenProblem(`<rss><!--${'<a>'.repeat(300)}--></rss>`)).toBeUndefined();
    expect(hiddenProblem(`<rss>${'<br>'.repeat(300)}${'<b/>'.repeat(300)}</rss>`)).toBeUndefined();
    expect(hiddenProblem(JSON.stringify({ text: `"${'['.repeat(300)}` }))).toBeUndefined();
    expect(
      hiddenProblem('<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss.dtd"><rss/>'),
    ).toBeUndefined();
  });

  it('is looked at once, however it is made', () => {
    for (const piece of ['<', '<a', '<![CDATA[', '<!--', '</', '"', '{', '\\']) {
      const text = piece.repeat(Math.floor(4_000_000 / piece.length));
      expect(['too-deep', undefined]).toContain(hiddenProblem(text));
    }
  });
});
