import type { Bilingual, ToneKind } from './finding.ts';

/** A name for each kind of finding, short enough for a label. */
export const toneTitles: Readonly<Record<ToneKind, Bilingual>> = {
  threat: { it: 'minaccia', en: 'threat' },
  inducement: { it: 'scambio', en: 'trade' },
  placeholder: { it: 'segnaposto', en: 'placeholder' },
  blame: { it: 'rimprovero', en: 'blame' },
  'non-apology': { it: 'scuse a metà', en: 'half an apology' },
  'over-promising': { it: 'promessa troppo grande', en: 'too big a promise' },
  'missing-regret': { it: 'manca un «mi dispiace»', en: 'no “I’m sorry”' },
  'missing-next-step': { it: 'manca il passo successivo', en: 'no next step' },
  'missing-person': { it: 'manca chi cercare', en: 'nobody to reach' },
  'missing-thanks': { it: 'manca un grazie', en: 'no thanks' },
  'missing-name': { it: 'manca la firma', en: 'not signed' },
  defensive: { it: 'sulla difensiva', en: 'defensive' },
  opening: { it: 'attacco da circolare', en: 'opens like a circular' },
  'copy-paste': { it: 'frase fatta', en: 'stock phrase' },
  'mixed-register': { it: 'tu e Lei insieme', en: 'mixed register' },
  'other-register': { it: 'tono diverso dall’altro', en: 'not the other’s tone' },
  impersonal: { it: 'impersonale', en: 'impersonal' },
  bureaucratic: { it: 'burocratese', en: 'office language' },
  passive: { it: 'passivo senza chi', en: 'passive without a who' },
  hype: { it: 'da dépliant', en: 'brochure talk' },
  'self-reference': { it: 'solo noi', en: 'all about us' },
  'one-way': { it: 'a senso unico', en: 'one way' },
  shouting: { it: 'gridato', en: 'shouted' },
};
