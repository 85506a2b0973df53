import type { PlaceWish, ThreadPlace } from './organise.ts';

/** What can be wished for many at once: where they stand, or whether I have read them. */
export type BulkWish =
  | { readonly kind: 'organise'; readonly wish: Omit<PlaceWish, 'labelIds'> }
  | { readonly kind: 'read' | 'unread' };

/** How a conversation was before a wish reached it: where it stood, or up to when the person had read it. */
export type BulkBefore = ThreadPlace | { readonly readUntil: string | null };

export type BulkState = 'running' | 'stopped' | 'done' | 'undoing' | 'undone';
export type BulkOrder = 'finish' | 'stop' | 'undo' | 'finish-undo';

/** The whole life of a wish for many: what is not in here is refused. Taking back stops what is still under way. */
const transitions: Readonly<Record<BulkState, Partial<Record<BulkOrder, BulkState>>>> = {
  running: { finish: 'done', stop: 'stopped', undo: 'undoing' },
  stopped: { undo: 'undoing' },
  done: { undo: 'undoing' },
  undoing: { 'finish-undo': 'undone' },
  undone: {},
};

/** The state after an order; undefined when it comes too late or too early. */
export const bulkAfter = (state: BulkState, order: BulkOrder): BulkState | undefined =>
  transitions[state][order];
