import type { Draft } from '../draft.ts';
import type { Register } from '../finding.ts';
import type { Candidate, RuleWords } from '../phrases.ts';
import { type Address, addressesIn } from '../register.ts';

const rule: RuleWords = {
  kind: 'mixed-register',
  level: 'warning',
  why: {
    it: 'Nello stesso testo dai del tu e del Lei (o del voi): chi legge si chiede a chi stai parlando.',
    en: 'The same text says “tu” and “Lei” (or “voi”): the reader wonders whom you are talking to.',
  },
};

const houseWhy = {
  it: 'La vostra azienda ha scelto di rivolgersi alle persone in un altro modo.',
  en: 'Your company has chosen to address people in another way.',
};

const LIMIT = 10;

/** Where an Italian draft changes the way in which it addresses one reader. */
export const findMixedRegister = (draft: Draft): readonly Candidate[] => {
  if (draft.lang === 'en') return [];
  const addresses = addressesIn(draft.text, draft.folded);
  if (draft.house) return stranger(addresses, draft.house, draft).map((one) => point(one, houseWhy));
  const main = mainOf(addresses);
  return main ? stranger(addresses, main, draft).map((one) => point(one, rule.why)) : [];
};

const point = ({ start, end }: Address, why: RuleWords['why']): Candidate => ({
  picky: false,
  finding: { ...rule, why, start, end },
});

const mainOf = (addresses: readonly Address[]): Register | undefined => {
  const count = (register: Register) => addresses.filter((one) => one.register === register).length;
  const [tu, lei, voi] = [count('tu'), count('lei'), count('voi')];
  if (tu === 0 && lei === 0) return undefined;
  // On equal terms the first word has set the tone.
  if (tu === lei) return addresses[0]?.register === 'tu' ? 'tu' : 'lei';
  if (tu > lei) return tu >= voi || lei > 0 ? 'tu' : 'voi';
  return 'lei';
};

/** Words in another register than `main`. One person's family, or the readers of a post, are rightly a "voi". */
const stranger = (addresses: readonly Address[], main: Register, draft: Draft): readonly Address[] =>
  addresses
    .filter(({ register, courtesy }) => {
      if (register === main) return false;
      const pair = new Set([register, main]);
      if (!pair.has('voi')) return true;
      return (courtesy && pair.has('lei')) || (draft.kind === 'post' && pair.has('tu'));
    })
    .slice(0, LIMIT);
