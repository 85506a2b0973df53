import { describe, expect, it } from 'vitest';
import { expectOk } from '../../../platform/result.ts';
import { parseQuery } from '../query/parse-query.ts';
import { answers } from './answers.ts';
import { type Document, readDocument } from './document.ts';

const facts = {
  channel: ['bluesky', 'Bluesky'],
  language: 'it-IT',
  author: ['Mario Rossi', '@mario.example.com'],
  places: [],
};
const document = (text: string, more: Partial<Document> = {}): Document => ({
  texts: [text],
  links: [],
  facts,
  ...more,
});
/** What is marked in the text, or null when it does not answer. */
const marked = (query: string, text: string, more: Partial<Document> = {}) =>
  answers(expectOk(parseQuery(query)), readDocument(document(text, more)))?.map(([start, end]) =>
    text.slice(start, end),
  ) ?? null;

describe('a query answers', () => {
  it.each([
    ['vino', 'Che VINI!', ['VINI']],
    ['perché', 'PERCHE no', ['PERCHE']],
    ['"vino"', 'che vini', null],
    ['cantina', 'Le cantine dell’Etna', ['cantine']],
    ['buono', 'una buona idea', ['buona']],
    ['degustare', 'abbiamo degustato e degusteremo', ['degustato', 'degusteremo']],
    ['tappo', 'la tappa del Giro', null],
    ['vino tappo', 'il tappo e poi il vino', ['tappo', 'vino']],
    ['vino tappo', 'il tappo', null],
    ['vino O birra', 'una birra', ['birra']],
    ['vino -birra', 'vino e birra', null],
    ['vino NON (birra O olio)', 'vino e pane', ['vino']],
    ['"cantina rossi"', 'La Cantina-Rossi di Alba', ['Cantina-Rossi']],
    ['"cantina rossi"', 'in cantina. Poi i Rossi', null],
    ['"cantina rossi"', '#CantinaRossi!', ['CantinaRossi']],
    ['"cantina rossi"', 'su www.cantinarossi.it', ['cantinarossi']],
    ['"cantina rossi"', 'cantinarossi', null],
    ['#vino', 'il #Vino', ['Vino']],
    ['#vino', 'il vino', null],
    ['vino', 'il #vino', ['vino']],
    ['@rossi', 'ciao @Rossi', ['Rossi']],
    ['@rossi', 'i rossi', null],
    ['@rossi.bsky.social', 'grazie @rossi.bsky.social!', ['rossi.bsky.social']],
    ['@rossi.bsky.social', 'grazie @rossi, bsky social', null],
    ['rossi.it', 'vai su https://www.rossi.it/vini', ['rossi.it']],
    ['rossi.it', 'scrivi a info@rossi.it.', ['rossi.it']],
    ['rossi.it', 'i rossi. It is', null],
    ['rossi.it', 'buoni-rossi.it e rossi.it.example', null],
    ['https://rossi.it/vini', 'rossi.it/vini', ['rossi.it/vini']],
    ['degust*', 'le degustazioni, la degustatrice', ['degustazioni', 'degustatrice']],
    ['*vino', 'ovino e divino', ['ovino', 'divino']],
    ['l’olio', "l'olio nuovo", ["l'olio"]],
    ['auto-lavaggio', 'gli auto lavaggi', ['auto lavaggi']],
    ['vino NEAR/5 tappo', 'il vino sa di tappo', ['vino', 'tappo']],
    ['tappo VICINO/5 vino', 'il vino sa di tappo', ['vino', 'tappo']],
    ['vino NEAR/2 tappo', 'il vino sa di tappo', null],
    ['vino NEAR/3 tappo', 'il vino sa di tappo', ['vino', 'tappo']],
    ['vino NEAR/1 (rosso O bianco)', 'vino bianco', ['vino', 'bianco']],
    ['vino NEAR/3 "di tappo"', 'il vino sa di tappo', ['vino', 'di tappo']],
    ['vino NEAR/2 sa NEAR/2 tappo', 'il vino sa di tappo', ['vino sa', 'tappo']],
    ['vino canale:bluesky', 'vino', ['vino']],
    ['vino canale:mail', 'vino', null],
    ['vino lingua:it', 'vino', ['vino']],
    ['vino lingua:italiano', 'vino', ['vino']],
    ['vino lang:en', 'vino', null],
    ['vino NON lang:en', 'vino', ['vino']],
    ['vino autore:"mario rossi"', 'vino', ['vino']],
    ['vino autore:@mario.example.com', 'vino', ['vino']],
    ['vino -autore:mario', 'vino', null],
    ['vino luogo:"Santa Lucia"', 'vino a Santa Lucia', ['vino']],
    ['vino luogo:Alba', 'vino', null],
  ] as const)('%s | %s', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });
  it('to what it points to', () => {
    const links = ['https://blog.rossi.it/vini?a=1'];
    expect(marked('link:rossi.it', 'guarda', { links })).toEqual([]);
    expect(marked('link:rossi.it/vini', 'guarda', { links })).toEqual([]);
    expect(marked('rossi.it', 'guarda', { links })).toEqual([]);
    expect(marked('rossi', 'guarda', { links })).toBeNull();
    expect(marked('link:bianchi.it', 'guarda', { links })).toBeNull();
    expect(marked('link:rossi.it', 'guarda rossi.it')).toEqual([]);
  });
  it('to titles and descriptions, of which nothing is marked', () => {
    expect(marked('vino tappo', 'il tappo', { texts: ['il tappo', 'Il vino'] })).toEqual(['tappo']);
    expect(marked('vino NEAR/5 tappo', 'il tappo', { texts: ['il tappo', 'Il vino'] })).toBeNull();
  });
  it('to a text of which only the words are known yet as if every filter held', () => {
    expect(marked('vino canale:mail', 'vino', { facts: undefined })).toEqual(['vino']);
    expect(marked('vino NON canale:bluesky', 'vino', { facts: undefined })).toEqual(['vino']);
    expect(marked('birra canale:bluesky', 'vino', { facts: undefined })).toBeNull();
  });
});
