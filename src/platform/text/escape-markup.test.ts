import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

/** What a reader of HTML makes of it: the text of the element, the value of its attribute, and how many elements there are. */
const read = (text: string) => {
  const document = parseDocument(`<p title="${text}" lang='${text}'>${text}</p>`);
  const [element, ...others] = document.childNodes as unknown as [
    { attribs: Record<string, string>; childNodes: { data?: string; type: string }[] },
  ];
  const inside = element.childNodes;
  return {
    title: element.attribs.title,
    lang: element.attribs.lang,
    text: inside.map(({ data }) => data ?? '').join(''),
    isTextOnly: others.length === 0 && inside.every(({ type }) => type === 'text'),
  };
};

describe('text as markup', () => {
  it('is read back as it was written, in an element and in an attribute of either quotes, whatever it says', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[<>&"'a-z!\-/= ]*$/));
    fc.assert(
      fc.property(any, (text) => {
        const plain = text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
        expect(read(escapeMarkup(text))).toEqual({
          title: plain,
          lang: plain,
          text: plain,
          isTextOnly: true,
        });
      }),
    );
  });

  it('holds no control character that XML cannot', () => {
    expect(escapeMarkup('vi\u0000no\u001b\n\t')).toBe('vino\n\t');
  });
});
