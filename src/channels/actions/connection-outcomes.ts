import type { ConnectionId } from '../../platform/ids.ts';
import type { Channel, ChannelProblem } from '../contract.ts';
import type { FieldError } from '../model/read-values.ts';
import type { ConnectionRow } from '../store/connections.ts';

/** Why a connection was not added or changed. */
export type ConnectionRefusal =
  | { readonly kind: 'not-allowed' | 'not-found' | 'already-connected' | 'other-account' }
  | { readonly kind: 'wrong-values'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'check-failed'; readonly problem: ChannelProblem; readonly channel: Channel };

/** A connection that works, or where to send the person first. */
export type Added =
  | { readonly kind: 'added'; readonly row: ConnectionRow }
  | { readonly kind: 'authorise'; readonly url: string; readonly connectionId: ConnectionId };
