import { describe, expect, it } from 'vitest';
import { calledBy } from './called-by.ts';

const said = (id: string, authorId: string, threadId: string | null, more = {}) => ({
  id,
  authorId,
  threadId,
  isComplaint: false,
  isNearCase: false,
  ...more,
});

describe('mentions that can mean something for a case', () => {
  it('are none where nobody complains and no case is near', () => {
    expect(calledBy([said('1', 'a', 't'), said('2', 'b', null)])).toEqual(new Set());
  });

  it('are complaints and what stands near a case', () => {
    const batch = [said('1', 'a', 't', { isComplaint: true }), said('2', 'b', 'u', { isNearCase: true })];
    expect(calledBy(batch)).toEqual(new Set(['1', '2']));
  });

  it('are also those of the same conversation or author as a complaint of the same batch, before it or after it', () => {
    const batch = [
      said('before', 'a', null),
      said('complaint', 'a', 't', { isComplaint: true }),
      said('beside', 'b', 't'),
      said('elsewhere', 'b', 'u'),
    ];
    expect(calledBy(batch)).toEqual(new Set(['before', 'complaint', 'beside']));
  });
});
