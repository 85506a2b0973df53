export { decodeText } from './decode-text.ts';
export type { Redirect } from './exchange.ts';
export {
  createGuardedFetch,
  type FetchOptions,
  type GuardedFetch,
  type GuardedFetchSettings,
  type WebSocketOptions,
} from './guarded-fetch.ts';
export type { ResolvedAddress, Resolver } from './guarded-lookup.ts';
export { defaultLimits, type FetchLimits } from './limits.ts';
export { type BadUrlReason, type FetchProblem, FetchRefusal } from './problem.ts';
export { isPublicAddress } from './public-address.ts';
export type { BadJson, FetchResponse } from './response.ts';
