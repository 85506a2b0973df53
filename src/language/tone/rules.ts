import type { Draft } from './draft.ts';
import { blameRule, blames } from './kinds/blame.ts';
import { bureaucraticRule, bureaucratics } from './kinds/bureaucratic.ts';
import { copyPasteRule, copyPastes } from './kinds/copy-paste.ts';
import { findDefensive } from './kinds/defensive.ts';
import { hypeRule, hypes } from './kinds/hype.ts';
import { impersonalRule, impersonals } from './kinds/impersonal.ts';
import { inducementRule, inducements } from './kinds/inducement.ts';
import { findMissingIngredients } from './kinds/ingredients.ts';
import { findMixedRegister } from './kinds/mixed-register.ts';
import { nonApologies, nonApologyRule } from './kinds/non-apology.ts';
import { findOneWay } from './kinds/one-way.ts';
import { openingRule, openings } from './kinds/opening.ts';
import { findOtherRegister } from './kinds/other-register.ts';
import { overPromises, overPromisingRule } from './kinds/over-promising.ts';
import { findPassive } from './kinds/passive.ts';
import { findPlaceholders } from './kinds/placeholder.ts';
import { findSelfReference } from './kinds/self-reference.ts';
import { findShouting } from './kinds/shouting.ts';
import { threatRule, threats } from './kinds/threat.ts';
import { type Candidate, findPhrases, type PhraseTable, type RuleWords } from './phrases.ts';

/** A rule looks at a draft and says what it would mend in it. */
export type Rule = (draft: Draft) => readonly Candidate[];

const phrases =
  (table: PhraseTable, words: RuleWords): Rule =>
  (draft) =>
    findPhrases(draft, table, words);

const inReplies =
  (rule: Rule): Rule =>
  (draft) =>
    draft.kind === 'reply' ? rule(draft) : [];

export const rules: readonly Rule[] = [
  phrases(threats, threatRule),
  phrases(inducements, inducementRule),
  findPlaceholders,
  inReplies(phrases(blames, blameRule)),
  phrases(nonApologies, nonApologyRule),
  phrases(overPromises, overPromisingRule),
  findMissingIngredients,
  findDefensive,
  phrases(openings, openingRule),
  phrases(copyPastes, copyPasteRule),
  findMixedRegister,
  findOtherRegister,
  phrases(impersonals, impersonalRule),
  phrases(bureaucratics, bureaucraticRule),
  findPassive,
  phrases(hypes, hypeRule),
  findSelfReference,
  findOneWay,
  findShouting,
];
