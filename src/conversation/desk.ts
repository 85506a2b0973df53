import type { Platform } from '../platform/platform.ts';
import { correspondentsOf } from './actions/open-correspondent.ts';
import type { Desk, OpenCorrespondent } from './model/correspondent.ts';

/** Tests bring a channel of their own; everybody else sends through the channels room. */
export type RoomOptions = { readonly openCorrespondent?: OpenCorrespondent };

export const deskOf = (platform: Platform, options: RoomOptions = {}): Desk => ({
  clock: platform.clock,
  database: platform.database,
  jobs: platform.jobs,
  log: platform.log.child({ room: 'conversation' }),
  openCorrespondent: options.openCorrespondent ?? correspondentsOf(platform),
});
