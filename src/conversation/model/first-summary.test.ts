import { expect, it } from 'vitest';
import { firstSummary, type Turn, type TurnReading } from './first-summary.ts';

const turn = (minute: number, differences: Partial<Turn> = {}): Turn => ({
  id: `m${minute}`,
  connectionId: 'c',
  channel: 'bluesky',
  nativeId: `n${minute}`,
  rootNativeId: null,
  parentNativeId: null,
  references: [],
  authorId: 'anna',
  form: 'post',
  title: null,
  ours: false,
  addressed: true,
  matched: false,
  automatic: false,
  removed: false,
  saidAt: new Date(Date.UTC(2026, 2, 1, 8, minute)),
  words: `parole ${minute}`,
  authorName: 'Anna',
  authorHandle: null,
  authorAvatarUrl: null,
  reading: null,
  ...differences,
});

const reading: TurnReading = {
  polarity: 'neg',
  intents: ['complaint'],
  urgency: 0.5,
  needsReply: true,
  toxic: false,
  unsure: false,
};

it('waits for us after a person who speaks to us or whom a watch heard, for them after us, else for nobody', () => {
  expect(firstSummary([turn(1)]).waitingFor).toBe('us');
  expect(firstSummary([turn(1, { addressed: false, matched: true })]).waitingFor).toBe('us');
  expect(firstSummary([turn(1, { addressed: false })]).waitingFor).toBe('nobody');
  expect(firstSummary([turn(1), turn(2, { ours: true })]).waitingFor).toBe('them');
  expect(firstSummary([turn(1, { ours: true })]).waitingFor).toBe('nobody');
  expect(firstSummary([turn(1, { automatic: true })]).waitingFor).toBe('nobody');
});

it('shows the latest words that are still there, on one line, and the subject of the first', () => {
  const summary = firstSummary([
    turn(1, { title: 'Ordine' }),
    turn(2, { words: ' due\u00a0\n parole\t ', title: 'Re: Ordine' }),
    turn(3, { removed: true, words: '' }),
  ]);
  expect(summary).toMatchObject({ preview: 'due parole', subject: 'Ordine', mentionCount: 2 });
  expect(summary.lastActivityAt).toEqual(turn(3).saidAt);
  expect(summary.lastTheirsAt).toEqual(turn(2).saidAt);
});

it('cuts a long text between code points', () => {
  expect(firstSummary([turn(1, { words: '👩'.repeat(300) })]).preview).toBe('👩'.repeat(200));
});

it('shows what the latest of their last three turns that could be read says, and who of them spoke last', () => {
  const turns = [turn(2, { reading }), turn(3), turn(4, { authorId: 'bruno', authorName: 'Bruno' })] as const;
  const ours = turn(5, { ours: true, authorId: 'noi', authorName: 'Noi' });
  expect(firstSummary([...turns, ours])).toMatchObject({ reading, authorId: 'bruno', authorName: 'Bruno' });
  expect(firstSummary([...turns, turn(6)]).reading).toBeNull();
});

it('counts a thread of any length', () => {
  const [first, ...others] = Array.from({ length: 400 }, (_, index) => turn(index));
  expect(firstSummary([first as Turn, ...others]).mentionCount).toBe(400);
});
