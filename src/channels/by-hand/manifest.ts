import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const byHandManifest: Manifest = {
  id: 'by-hand',
  name: { it: 'A mano', en: 'By hand' },
  summary: {
    it: 'Una telefonata, due parole in negozio, un link o uno screenshot incollati: anche questa è conversazione.',
    en: 'A phone call, a word in the shop, a link or screenshot pasted in: this is conversation too.',
  },
  icon: 'hand',
  auth: 'none',
  fields: [],
  capabilities: supportOf(
    {
      mentions: { how: 'manual' },
      comments: { how: 'manual' },
      reviews: { how: 'manual' },
      'direct-messages': { how: 'manual' },
      image: { how: 'manual' },
      'alt-text': { how: 'manual' },
    },
    {
      it: 'Si risponde di persona, al telefono o dove è stato scritto; qui resta il ricordo.',
      en: 'The answer is given in person, by phone or where it was written; here the memory stays.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 24 * 60 * 60 * 1000,
};
