import type { PlaceWish } from './organise.ts';

/** What can be wished for many at once: where they stand, or whether I have read them. */
export type BulkWish =
  | { readonly kind: 'organise'; readonly wish: Omit<PlaceWish, 'labelIds'> }
  | { readonly kind: 'read' | 'unread' };
