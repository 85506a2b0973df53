import type { Phrase } from '../phrases.ts';

const irregular =
  'held|made|sent|paid|kept|sold|taken|given|shown|seen|done|found|written|chosen|borne|worn|met|built|bought|brought|told|lost|left|put|read|set|understood|known|broken|forgotten';
const adjectives =
  'pleased|delighted|excited|interested|thrilled|tired|worried|located|supposed|used|closed|limited|dedicated|committed|disappointed|concerned|honoured|honored|surprised|need|indeed|red|based';

/** English passives: a form of "to be" and a participle which is not merely an adjective. */
export const passiveEnglish: readonly Phrase[] = [
  {
    find: `(?:has|have|had|will|can|cannot|may|must|should) (?:not )?(?:be|been) (?:[a-z]{3,12}ly )?(?!(?:pleased|delighted|excited|glad|thrilled|interested|needed)(?![a-z]))(?:[a-z]{2,14}ed|${irregular})`,
    say: 'we …',
  },
  {
    find: `(?:is|are|was|were|being) (?:not |being )?(?:[a-z]{3,12}ly )?(?!(?:${adjectives})(?![a-z]))(?:[a-z]{3,14}ed|held|sent|made|paid|kept|borne|taken|given|shown|sold)`,
    say: 'we …',
  },
];
