import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverEndpoint } from './discover-endpoint.ts';

const url = 'https://sito.example/test/pagina';
const find = (html: string, linkHeader: string | null = null, at = url) =>
  discoverEndpoint({ url: at, linkHeader, html });
const here = 'https://sito.example/endpoint';

/** The 23 situations of the sender's discovery tests (https://webmention.rocks), told from the specification. */
describe('the endpoint is discovered', () => {
  it('1. by a Link header with a relative address', () =>
    expect(find('', '</endpoint>; rel=webmention')).toBe(here));
  it('2. by a Link header with an absolute address', () =>
    expect(find('', `<${here}>; rel=webmention`)).toBe(here));
  it('3. by a link element with a relative address', () =>
    expect(find('<link rel="webmention" href="/endpoint">')).toBe(here));
  it('4. by a link element with an absolute address', () =>
    expect(find(`<head><link rel="webmention" href="${here}"></head>`)).toBe(here));
  it('5. by an a element with a relative address', () =>
    expect(find('<a rel="webmention" href="/endpoint">webmention</a>')).toBe(here));
  it('6. by an a element with an absolute address', () =>
    expect(find(`<p><a href="${here}" rel="webmention">webmention</a>`)).toBe(here));
  it('7. by a Link header however it is written', () =>
    expect(find('', `<${here}>; REL=webmention`)).toBe(here));
  it('8. by a Link header with its rel in quotes', () =>
    expect(find('', `<${here}>; rel="webmention"`)).toBe(here));
  it('9. by a link element with several rels', () =>
    expect(find(`<link rel="webmention somethingelse" href="${here}">`)).toBe(here));
  it('10. by a Link header with several rels', () =>
    expect(find('', `<${here}>; rel="webmention somethingelse"`)).toBe(here));
  it('11. by the first of all: the header before link and a', () =>
    expect(find('<link rel=webmention href=/b><a rel=webmention href=/c>', `<${here}>; rel=webmention`)).toBe(
      here,
    ));
  it('12. not by a rel that merely contains the word', () =>
    expect(find('<link rel="not-webmention" href="/no"><link rel="webmention" href="/endpoint">')).toBe(
      here,
    ));
  it('13. not in a comment', () =>
    expect(
      find('<!-- <a href="/no" rel="webmention"></a> --><a href="/endpoint" rel="webmention">x</a>'),
    ).toBe(here));
  it('14. not in escaped markup', () =>
    expect(
      find(
        '&lt;a href="/no" rel="webmention"&gt;<code>&lt;link rel="webmention" href="/no"&gt;</code><a rel=webmention href=/endpoint>x</a>',
      ),
    ).toBe(here));
  it('15. as the page itself when href is empty', () =>
    expect(find('<link rel="webmention" href="">')).toBe(url));
  it('16. in the order of the document: a before link', () =>
    expect(find('<a rel=webmention href=/endpoint>x</a><link rel=webmention href=/no>')).toBe(here));
  it('17. in the order of the document: link before a', () =>
    expect(find('<link rel=webmention href=/endpoint><a rel=webmention href=/no>x</a>')).toBe(here));
  it('18. among several Link headers', () =>
    expect(find('', `</other>; rel="other", <${here}>; rel="webmention"`)).toBe(here));
  it('19. in one Link header with several values', () =>
    expect(
      find('', `<https://sito.example/x,y>; rel="other"; title="a, b", <${here}>; rel="webmention"`),
    ).toBe(here));
  it('20. past a link element without href', () =>
    expect(find('<link rel="webmention"><a rel="webmention" href="/endpoint">x</a>')).toBe(here));
  it('21. with its query string kept', () =>
    expect(find('<link rel="webmention" href="/endpoint?query=yes">')).toBe(`${here}?query=yes`));
  it('22. relative to the path of the page', () =>
    expect(find('<link rel="webmention" href="pagina/endpoint">')).toBe(
      'https://sito.example/test/pagina/endpoint',
    ));
  it('23. relative to where redirects have led', () =>
    expect(find('', '<endpoint>; rel=webmention', 'https://altrove.example/dopo/redirect')).toBe(
      'https://altrove.example/dopo/endpoint',
    ));
});

it('an endpoint that is no web address is none, and any markup and header is read to the end', () => {
  expect(find('<link rel=webmention href="javascript:alert(1)">')).toBeUndefined();
  expect(find('<link rel=webmention href="mailto:a@b.example">')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.string(), (html, header) => {
      const found = find(html, header);
      if (found !== undefined) expect(URL.canParse(found)).toBe(true);
    }),
  );
  expect(find('', '<'.repeat(100_000))).toBeUndefined();
  expect(find('', `<a>;${'"'.repeat(19_000)}`)).toBeUndefined();
});
