import { z } from 'zod';
import type { FetchResponse, GuardedFetch } from '../../platform/fetch/index.ts';
import { isSameProfile, meLinks, profileAddress } from '../model/evidence/me-links.ts';
import { HASHED_HEIGHT, HASHED_WIDTH, pictureHash } from '../model/evidence/picture-hash.ts';
import type { AccountToLookAt, LookedAt } from '../store/evidence-rows.ts';
import type { IdentityLink } from '../store/identities.table.ts';

/** Of one account so many links are followed, to see whether they point back. */
const MOST_FOLLOWED = 4;
const PAGE = { maxBytes: 512 * 1_024, timeoutMs: 8_000 } as const;
const PICTURE = { maxBytes: 2 * 1_024 * 1_024, timeoutMs: 8_000 } as const;
const MOST_PIXELS = 16_000_000;

/** What an account's own pages show: where they say that they are, too, whether that points back, and what their picture looks like. */
export const lookAtAccount = async (fetch: GuardedFetch, account: AccountToLookAt): Promise<LookedAt> => ({
  id: account.id,
  links: account.url ? await linksOf(fetch, account.channel, account.url) : [],
  avatarHash: account.avatarUrl ? await hashOf(fetch, account.avatarUrl) : null,
});

/** A link is verified when the fediverse server of the account says so, or when what it leads to points back with rel="me". */
const linksOf = async (
  fetch: GuardedFetch,
  channel: string,
  profile: string,
): Promise<readonly IdentityLink[]> => {
  const told = channel === 'fediverse' ? await verifiedFields(fetch, profile) : [];
  const page = await read(fetch, profile, PAGE);
  const shown = page ? meLinks(page.text(), page.url) : [];
  const links: IdentityLink[] = told.map((url) => ({ url, verified: true }));
  for (const url of shown.filter((one) => !told.some((other) => isSameProfile(one, other)))) {
    if (links.length >= MOST_FOLLOWED) break;
    if (isSameProfile(url, profile)) continue;
    links.push({ url, verified: await pointsBack(fetch, url, profile) });
  }
  return links;
};

const pointsBack = async (fetch: GuardedFetch, url: string, profile: string): Promise<boolean> => {
  const page = await read(fetch, url, PAGE);
  return page ? meLinks(page.text(), page.url).some((link) => isSameProfile(link, profile)) : false;
};

/** https://docs.joinmastodon.org/methods/accounts/#lookup: fields with the time at which the server saw the link back. */
const AccountSchema = z.object({
  fields: z
    .array(z.object({ value: z.string().max(5_000), verified_at: z.string().nullish() }))
    .max(50)
    .default([]),
});

const verifiedFields = async (fetch: GuardedFetch, profile: string): Promise<readonly string[]> => {
  const at = URL.parse(profile);
  const [, name] = /^\/(?:@|users\/)([\w.-]+)\/?$/.exec(at?.pathname ?? '') ?? [];
  if (!at || !name) return [];
  const lookup = new URL('/api/v1/accounts/lookup', at);
  lookup.searchParams.set('acct', name);
  const answer = (await read(fetch, lookup.href, PAGE))?.json();
  const account = answer?.ok ? AccountSchema.safeParse(answer.value).data : undefined;
  return (account?.fields ?? [])
    .filter(({ verified_at }) => verified_at)
    .flatMap(({ value }) => {
      const [, href] = /href="([^"]+)"/.exec(value) ?? [];
      const url = profileAddress((href ?? value).replaceAll('&amp;', '&'));
      return url ? [url] : [];
    })
    .slice(0, MOST_FOLLOWED);
};

const hashOf = async (fetch: GuardedFetch, url: string): Promise<string | null> => {
  const picture = await read(fetch, url, PICTURE);
  if (!picture) return null;
  // Loaded when there is a picture: most starts never need it.
  const { default: sharp } = await import('sharp');
  try {
    const grey = await sharp(picture.bytes(), { limitInputPixels: MOST_PIXELS, pages: 1 })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(HASHED_WIDTH, HASHED_HEIGHT, { fit: 'fill' })
      .raw()
      .toBuffer();
    return pictureHash(grey);
  } catch {
    // No picture, or a broken one.
    return null;
  }
};

/** Undefined for whatever did not come well: another night it may. */
const read = async (
  fetch: GuardedFetch,
  url: string,
  caps: typeof PAGE | typeof PICTURE,
): Promise<FetchResponse | undefined> => {
  const answer = await fetch.request(url, caps);
  return answer.ok && answer.value.status === 200 ? answer.value : undefined;
};
