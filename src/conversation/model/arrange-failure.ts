/** Why conversations are not joined or divided now; each is told in words of its own (model/plain-problems.ts). */
export type ArrangeFailure = {
  readonly kind:
    | 'not-allowed'
    | 'not-found'
    | 'same-thread'
    | 'other-connection'
    | 'too-much-at-once'
    | 'reply-under-way'
    | 'not-its-mentions'
    | 'nothing-left'
    | 'arrangement-over';
};
