import { sendSystemMail } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import { correspondentsOf } from './actions/open-correspondent.ts';
import type { Desk, OpenCorrespondent } from './model/correspondent.ts';

/** Tests bring a channel and a mail server of their own; everybody else sends through the channels room and by the installation's. */
export type RoomOptions = {
  readonly openCorrespondent?: OpenCorrespondent;
  readonly sendMail?: Desk['sendMail'];
  /** Without a room above that says otherwise, only those wait whom the company named. */
  readonly everythingWaits?: Desk['everythingWaits'];
};

export const deskOf = (platform: Platform, options: RoomOptions = {}): Desk => ({
  clock: platform.clock,
  database: platform.database,
  jobs: platform.jobs,
  log: platform.log.child({ room: 'conversation' }),
  baseUrl: platform.config.baseUrl,
  sendMail: options.sendMail ?? ((mail) => sendSystemMail(platform, mail)),
  everythingWaits: options.everythingWaits ?? (async () => false),
  openCorrespondent: options.openCorrespondent ?? correspondentsOf(platform),
});
