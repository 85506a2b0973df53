-- Row-level security keeps the planner from the text indexes (their operators are not leakproof), so searching goes
-- through the owner: the workspace is the transaction's own and can be neither named nor widened by the caller.
create index if not exists "authors_words" on "authors" using gin (passaparola_fold(coalesce("name", '') || ' ' || coalesce("handle", '')) gin_trgm_ops);
--> statement-breakpoint
create or replace function passaparola_search_mentions(
  query text, of_channel text, of_watch uuid, before_at timestamptz, before_id uuid, wanted integer)
returns table (id uuid, said_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $search$
declare
  scope text := current_setting('passaparola.workspace', true);
  here uuid;
  words tsquery := websearch_to_tsquery('italian', public.passaparola_fold(query));
  needle text := replace(replace(replace(public.passaparola_fold(trim(query)), '\', '\\'), '%', '\%'), '_', '\_');
  narrowed text := '';
  found text;
begin
  if scope is null or scope in ('', '*') then
    raise exception 'a search needs one workspace' using errcode = 'insufficient_privilege';
  end if;
  here := scope::uuid;
  if of_channel is not null then narrowed := narrowed || ' and m.channel = $3'; end if;
  if of_watch is not null then
    narrowed := narrowed || ' and exists (select from public.watch_matches w where w.workspace_id = $1 and w.watch_id = $4 and w.mention_id = m.id)';
  end if;
  if before_at is not null then narrowed := narrowed || ' and (m.said_at, m.id) < ($5, $6)'; end if;
  found := 'select m.id, m.said_at from public.mentions m where m.workspace_id = $1 and m.search @@ $2' || narrowed
    || ' order by m.said_at desc nulls last, m.id desc nulls last limit $7';
  if length(needle) >= 3 then
    found := '(' || found || ') union (select m.id, m.said_at from (
        select a.id from public.authors a where a.workspace_id = $1
           and public.passaparola_fold(coalesce(a.name, '''') || '' '' || coalesce(a.handle, '''')) like ''%'' || $8 || ''%'' limit 200) a
      cross join lateral (select m.id, m.said_at from public.mentions m where m.workspace_id = $1 and m.author_id = a.id' || narrowed
      || ' order by m.said_at desc nulls last limit $7) m order by 2 desc, 1 desc limit $7)';
  end if;
  return query execute 'select * from (' || found || ') f order by 2 desc, 1 desc limit $7'
    using here, words, of_channel, of_watch, before_at, before_id, wanted, needle;
end
$search$;
--> statement-breakpoint
revoke all on function passaparola_search_mentions(text, text, uuid, timestamptz, uuid, integer) from public;
--> statement-breakpoint
grant execute on function passaparola_search_mentions(text, text, uuid, timestamptz, uuid, integer) to passaparola_app;
