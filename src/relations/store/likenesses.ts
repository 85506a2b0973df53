import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Likeness } from '../model/merge-evidence.ts';
import { texts } from './sql-values.ts';

/** A key that more people share says nothing of any two of them. */
const MOST_SHARING = 4;
const MOST = 400;

/** Post that anybody may have: the same domain there is no sign. */
const open = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.it',
  'hotmail.com',
  'hotmail.it',
  'live.com',
  'live.it',
  'msn.com',
  'yahoo.com',
  'yahoo.it',
  'ymail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'libero.it',
  'virgilio.it',
  'tiscali.it',
  'alice.it',
  'tim.it',
  'tin.it',
  'fastwebnet.it',
  'email.it',
  'aruba.it',
  'pec.it',
  'legalmail.it',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.net',
  'aol.com',
  'medium.com',
  'blogspot.com',
  'wordpress.com',
];

/**
 * What two people's accounts have in common: a name of two words, a domain of their own, a picture, a verified link, links
 * both ways. Not of people who objected, not of those of whom somebody said that they are two.
 */
export const readLikenesses = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly Likeness[]> => {
  const { rows } = await tx.execute<Likeness>(sql`
    with known as (
      select i.*, c.consent from identities i
      join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
      where i.workspace_id = ${workspaceId} and i.profiling and c.consent <> 'objected' and c.merged_into is null
    ), keys as (
      select contact_id, 'name' as kind, lower(regexp_replace(trim(name), '\\s+', ' ', 'g')) as key from known
      where name like '% %' and length(trim(name)) >= 7
      union
      select contact_id, 'domain', d.domain from known cross join lateral (
        select case
          when channel = 'mail' then lower(split_part(native_id, '@', 2))
          when channel = 'bluesky' and handle not like '%.bsky.social' then lower(ltrim(handle, '@'))
          when channel = 'feed' then lower(substring(url from '^https?://(?:www\\.)?([^/:?#]+)'))
        end as domain
      ) d where d.domain like '%.%' and d.domain <> all(${texts(open)})
      union
      select contact_id, 'avatar', avatar_hash from known where avatar_hash is not null
      union
      select contact_id, 'link', rtrim(lower(l->>'url'), '/') from known cross join jsonb_array_elements(links) l
      where (l->>'verified')::boolean
    ), telling as (
      select kind, key from keys group by kind, key having count(distinct contact_id) between 2 and ${MOST_SHARING}
    ), alike as (
      select distinct x.contact_id as a, y.contact_id as b, x.kind, x.key from telling t
      join keys x on x.kind = t.kind and x.key = t.key
      join keys y on y.kind = t.kind and y.key = t.key and x.contact_id < y.contact_id
      union
      select distinct x.contact_id, y.contact_id, 'rel-me', y.url from known x
      cross join jsonb_array_elements(x.links) l
      join known y on rtrim(lower(y.url), '/') = rtrim(lower(l->>'url'), '/') and x.contact_id < y.contact_id
      where (l->>'verified')::boolean or exists (select from jsonb_array_elements(y.links) back
        where rtrim(lower(back->>'url'), '/') = rtrim(lower(x.url), '/'))
    )
    select a, b, kind, key from alike
    where not exists (select from dismissed_suggestions d
      where d.workspace_id = ${workspaceId} and d.a = alike.a and d.b = alike.b)
    order by a, b, kind limit ${MOST}`);
  return rows;
};
