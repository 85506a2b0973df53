import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { ExportedWeb } from './exported-web.ts';
import { writeCsv } from './write-csv.ts';
import { writeGexf } from './write-gexf.ts';
import { writeGraphml } from './write-graphml.ts';

const web: ExportedWeb = {
  people: [
    { id: 'p1', name: 'Anna "la Rossa" <anna>', circle: 'vino & cibo', strength: 2.5 },
    { id: 'p2', name: '=HYPERLINK("http://evil.example")', circle: null, strength: 0 },
    { id: 'p3', name: 'Sola,\nda sola', circle: null, strength: 1 },
  ],
  ties: [{ a: 'p1', b: 'p2', strength: 1.5, reciprocity: 0.5 }],
};

/** Attributes and texts as a reader of XML finds them. */
const readXml = (xml: string) => {
  const found: { tag: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => found.push({ tag, attributes, text: '' }),
      ontext: (text) => {
        const last = found.at(-1);
        if (last) last.text += text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
};

describe('a web as GraphML', () => {
  it('says who is there, in which circle, and what ties them', () => {
    const found = readXml(writeGraphml(web));
    expect(found.filter(({ tag }) => tag === 'node')).toHaveLength(3);
    expect(found.find(({ tag }) => tag === 'edge')?.attributes).toEqual({ source: 'p1', target: 'p2' });
    const names = found.filter(({ attributes }) => attributes.key === 'name').map(({ text }) => text.trim());
    expect(names).toEqual(web.people.map(({ name }) => name));
    expect(found.find(({ attributes }) => attributes.key === 'circle')?.text.trim()).toBe('vino & cibo');
  });
});

describe('a web as GEXF', () => {
  it('gives back any name as it was, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const xml = writeGexf({ people: [{ id: 'p', name, circle: null, strength: 1 }], ties: [] });
        const label = readXml(xml).find(({ tag }) => tag === 'node')?.attributes.label;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids.
        const kept = name.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect(label).toBe(kept);
      }),
    );
  });

  it('weighs its ties', () => {
    const edge = readXml(writeGexf(web)).find(({ tag }) => tag === 'edge');
    expect(edge?.attributes).toEqual({ id: '0', source: 'p1', target: 'p2', weight: '1.5' });
  });
});

describe('a web as CSV', () => {
  it('has a line for each tie, one for each person without any, and no formula in a name', () => {
    const lines = writeCsv(web).split('\r\n');
    expect(lines[0]).toContain('person,name,circle');
    expect(lines[1]).toBe(
      `p1,"Anna ""la Rossa"" <anna>",vino & cibo,2.5,p2,"'=HYPERLINK(""http://evil.example"")",,0,1.5,0.5`,
    );
    expect(lines[2]).toBe('p3,"Sola,\nda sola",,1,,,,,,');
  });
});
