import type { ReadingSearch } from '../../app/reading-search.ts';
import { intents, polarities } from './reading-view.ts';

/** What the server is asked for; what an old link names and nobody knows any more is not asked. */
export const readingQuery = (search: ReadingSearch) => ({
  polarity: polarities.find((polarity) => polarity === search.giudizio),
  intent: intents.find((intent) => intent === search.intento),
  aspect: search.aspetto,
  urgent: search.urgenti,
  needsReply: search.rispondere,
});
