import { createHmac } from 'node:crypto';
import { findChannel, type Words } from '../../channels/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { countRecentRequests, insertPrivacyRequest } from '../store/privacy-requests.ts';
import { connectedChannels, findNoticeCompany } from '../store/read-notice.ts';
import { readRetention } from '../store/retention.ts';
import { selectWatches } from '../store/watches.ts';

/** What a company owes to tell those whom it hears (GDPR art. 14). It names neither its words nor its rivals. */
export type Notice = {
  readonly company: string;
  /** Whom to write to; empty: the form is the way. */
  readonly contact: string;
  readonly channels: readonly {
    readonly name: Words;
    /** Hours that its terms allow words to be kept; null: as long as the company keeps them; 0: not at all. */
    readonly maxHours: number | null;
    readonly profiles: boolean;
  }[];
  /** Why we listen, each reason once, with the balancing test where it was written, and the day of it. */
  readonly reasons: readonly { readonly why: string; readonly balancing: string; readonly at: string }[];
  readonly rawDays: number;
  readonly overheardMonths: number | null;
  readonly addressedMonths: number | null;
};

export const readNotice = async (
  platform: Pick<Platform, 'database' | 'clock'>,
  slug: string,
): Promise<Notice | undefined> => {
  const company = await platform.database.asInstallation((tx) => findNoticeCompany(tx, slug));
  if (!company) return undefined;
  return await platform.database.inWorkspace(company.id, async (tx) => {
    const { noticeContact, ...retention } = await readRetention(tx, company.id);
    const channels = (await connectedChannels(tx, company.id)).flatMap(
      (id) => findChannel(id)?.manifest ?? [],
    );
    const watches = await selectWatches(tx, company.id, platform.clock.now());
    const reasons = new Map(
      watches
        .filter(({ state }) => state === 'active')
        .map(({ purpose, balancing, basisAt }) => [purpose, { why: purpose, balancing, at: basisAt }]),
    );
    return {
      company: company.name,
      contact: noticeContact,
      channels: channels.map(({ name, dataTerms }) => ({
        name,
        maxHours: hoursOf(dataTerms.keepContent),
        profiles: dataTerms.profileAuthors,
      })),
      reasons: [...reasons.values()],
      ...retention,
    };
  });
};

const hoursOf = (keep: 'yes' | 'no' | { readonly maxHours: number }): number | null =>
  keep === 'yes' ? null : keep === 'no' ? 0 : keep.maxHours;

export type NewPrivacyRequest = {
  readonly kind: 'object' | 'erase' | 'access';
  readonly accounts: string;
  readonly contact: string;
  readonly message: string;
  readonly language: 'it' | 'en';
};

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR_EACH = 5;
const MOST_A_DAY = 200;

/** Files what somebody asks about their data. Few an hour from one address, and no flood at all. */
export const fileRequest = async (
  platform: Pick<Platform, 'database' | 'clock' | 'sealer'>,
  slug: string,
  asked: NewPrivacyRequest,
  address: string | undefined,
): Promise<Result<{ readonly id: string }, { readonly kind: 'not-found' | 'too-many' }>> => {
  const company = await platform.database.asInstallation((tx) => findNoticeCompany(tx, slug));
  if (!company) return err({ kind: 'not-found' });
  const now = platform.clock.now();
  const key = platform.sealer.deriveKey('listening:request-sender');
  const sender = address ? createHmac('sha256', key).update(address).digest('base64url') : null;
  return await platform.database.inWorkspace(company.id, async (tx) => {
    const recent = await countRecentRequests(tx, company.id, sender, {
      hour: new Date(now.getTime() - HOUR_MS),
      day: new Date(now.getTime() - 24 * HOUR_MS),
    });
    if (recent.ofSender >= MOST_AN_HOUR_EACH || recent.ofAll >= MOST_A_DAY) return err({ kind: 'too-many' });
    const id = newId();
    await insertPrivacyRequest(tx, {
      workspaceId: company.id,
      id,
      ...asked,
      sender,
      state: 'open',
      receivedAt: now,
      closedAt: null,
      closedBy: null,
      receipt: null,
    });
    return ok({ id });
  });
};
