import type { Draft } from '../draft.ts';
import { foldSameLength } from '../fold-same-length.ts';
import type { Candidate, RuleWords } from '../phrases.ts';
import { addressesIn } from '../register.ts';

const rule: RuleWords = {
  kind: 'other-register',
  level: 'hint',
  why: {
    it: 'L’altra persona parla in un altro tono: rispondere nel suo la mette a proprio agio.',
    en: 'The other person speaks in another tone: answering in theirs puts them at ease.',
  },
};

const formal =
  /(?<![a-zà-ÿ])(?:gentil[ei] (?!ss)|spett\.?|spettabile|egregi[oae]?|distinti saluti|cordiali saluti|voglia gradire|sarebbe possibile|desidererei|la prego|le chiedo|avv\.|dott\.|ing\.)/;
const informal =
  /(?<![a-zà-ÿ])(?:ciao{1,9}|raga|ehi|hey|mi dici|grz|cmq|xk[eé]?|nn)(?![a-zà-ÿ])|\p{Extended_Pictographic}/u;
const chat = new Set(['whatsapp', 'instagram', 'telegram', 'messenger']);

const invites = {
  lei: { it: 'Buongiorno …, le …', en: '' },
  tu: { it: 'Ciao …, ti …', en: '' },
};

/** Where an Italian reply is stiffer, or more familiar, than who wrote to us. The company's own choice comes first. */
export const findOtherRegister = (draft: Draft): readonly Candidate[] => {
  if (draft.lang === 'en' || draft.kind === 'post' || draft.inReplyTo === '' || draft.house) return [];
  const wanted = toneOf(draft.inReplyTo.slice(0, 2000), draft.channel);
  if (wanted === undefined) return [];
  const addresses = addressesIn(draft.text, draft.folded).filter(({ register }) => register !== 'voi');
  if (addresses.some(({ register }) => register === wanted)) return [];
  return addresses.slice(0, 3).map(({ start, end }, index) => ({
    picky: false,
    finding: {
      ...rule,
      start,
      end,
      ...(index > 0
        ? {}
        : { proposal: { lang: 'it' as const, text: invites[wanted].it, start, end, ready: false } }),
    },
  }));
};

/** How who wrote to us would like to be addressed, when their words show it. */
const toneOf = (text: string, channel: string): 'tu' | 'lei' | undefined => {
  const folded = foldSameLength(text);
  if (formal.test(folded)) return 'lei';
  const startsLow = /^[a-zà-ÿ]/.test(text.trimStart());
  return informal.test(folded) || (chat.has(channel) && startsLow) ? 'tu' : undefined;
};
