import { aspectName } from '../../../components/reading/aspect-name.ts';
import type { words as readingWords } from '../../../components/reading/words.ts';
import type { CorrectionView } from './views.ts';
import type { words } from './words.ts';

/** Parts that nobody spoke of are absent. */
type Judgement = CorrectionView['before'];

type Said = { readonly w: (typeof words)['it']; readonly r: (typeof readingWords)['it'] };

/** What a correction changed, each change in a few words; one sentence when it said that all was right. */
export const toldChange = (before: Judgement, after: Judgement, { w, r }: Said): readonly string[] => {
  const wanted = (change: Judgement) => (change.intents ?? []).map((intent) => r.intents[intent]);
  const about = (change: Judgement) =>
    (change.aspects ?? []).map(({ aspect, polarity }) =>
      w.about(aspectName(aspect, r.aspects), r.polarities[polarity]),
    );
  const told = [
    ...(after.polarity && before.polarity && after.polarity !== before.polarity
      ? [w.turned(r.polarities[before.polarity], r.polarities[after.polarity])]
      : []),
    ...(after.intents ? differences(wanted(before), wanted(after), w) : []),
    ...(after.aspects ? differences(about(before), about(after), w) : []),
    ...(after.needsReply !== undefined && after.needsReply !== before.needsReply
      ? [after.needsReply ? w.waits : w.waitsNot]
      : []),
    ...(after.toxic !== undefined && after.toxic !== before.toxic
      ? [after.toxic ? w.offends : w.offendsNot]
      : []),
  ];
  return told.length > 0 ? told : [w.confirmed];
};

const differences = (
  before: readonly string[],
  after: readonly string[],
  w: Said['w'],
): readonly string[] => [
  ...after.filter((one) => !before.includes(one)).map((one) => w.added(one)),
  ...before.filter((one) => !after.includes(one)).map((one) => w.removed(one)),
];
