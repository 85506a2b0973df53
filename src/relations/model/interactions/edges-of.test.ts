import { describe, expect, it } from 'vitest';
import { edgesOf, type SpokenFacts } from './edges-of.ts';
import { sourceKeys } from './source-key.ts';

const said = (change: Partial<SpokenFacts> = {}): SpokenFacts => ({
  id: 'm1',
  connectionId: 'c1',
  channel: 'bluesky',
  nativeId: 'n1',
  authorId: 'anna',
  ours: false,
  addressed: false,
  automatic: false,
  removed: false,
  form: 'post',
  saidAt: '2026-11-20T10:00:00.000Z',
  parent: null,
  ...change,
});
const ends = (change: Partial<SpokenFacts>) =>
  edgesOf(said(change)).map(({ fromAuthor, toAuthor, kind }) => [fromAuthor, toAuthor, kind]);

describe('what is said', () => {
  it('about us ties nobody', () => {
    expect(ends({})).toEqual([]);
  });

  it('to us is a mention, and an answer of ours when it answers', () => {
    expect(ends({ addressed: true })).toEqual([['anna', null, 'mention']]);
    expect(ends({ parent: { authorId: 'we', ours: true } })).toEqual([['anna', null, 'reply']]);
  });

  it('to another and to us at once makes both edges', () => {
    expect(ends({ addressed: true, parent: { authorId: 'luca', ours: false } })).toEqual([
      ['anna', 'luca', 'reply'],
      ['anna', null, 'mention'],
    ]);
  });

  it('by us goes to whom we answer, and to nobody when it is a post of ours', () => {
    expect(ends({ ours: true, parent: { authorId: 'luca', ours: false } })).toEqual([
      [null, 'luca', 'reply'],
    ]);
    expect(ends({ ours: true })).toEqual([]);
    expect(ends({ ours: true, parent: { authorId: 'we', ours: true } })).toEqual([]);
  });

  it('to oneself, by a machine, or taken back, ties nobody', () => {
    expect(ends({ parent: { authorId: 'anna', ours: false } })).toEqual([]);
    expect(ends({ addressed: true, automatic: true })).toEqual([]);
    expect(ends({ addressed: true, removed: true })).toEqual([]);
  });

  it('has the kind of its form and channel', () => {
    expect(ends({ addressed: true, channel: 'mail', form: 'message' })).toEqual([['anna', null, 'mail']]);
    expect(ends({ addressed: true, form: 'review' })).toEqual([['anna', null, 'review']]);
    expect(ends({ addressed: true, form: 'encounter' })).toEqual([['anna', null, 'meeting']]);
  });
});

describe('the key of a source', () => {
  it('of our words is the same by delivery and by echo', () => {
    const [echo] = edgesOf(said({ ours: true, parent: { authorId: 'luca', ours: false } }));
    expect(echo?.sourceKey).toBe(sourceKeys.ours('c1', 'n1'));
  });

  it('keeps parts apart and is short whatever the ids', () => {
    expect(sourceKeys.ours('a', 'bc')).not.toBe(sourceKeys.ours('ab', 'c'));
    expect(sourceKeys.reaction('c', 'like', 'x'.repeat(5_000), null).length).toBeLessThan(30);
  });
});
