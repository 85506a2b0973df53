-- A shield is a wall inside the company: from the person attacked the rows of the conversation are withheld here, below every query.
-- Only the role `passaparola_shielded` is bound, which a transaction takes when it reads for such a person (platform/db/reader.ts):
-- everybody else's queries are planned as before. The functions are the owner's, so that no policy asks itself.
create function passaparola_is_shielded(here uuid, reader uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from public.thread_shields s where s.workspace_id = here and s.hidden_from = reader
    and s.ended_at is null and s.opened_at is null)
$$;
--> statement-breakpoint
create function passaparola_hidden_threads() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.thread_id from public.thread_shields s
  where s.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
    and s.hidden_from = nullif(current_setting('passaparola.reader', true), '')::uuid
    and s.ended_at is null and s.opened_at is null
$$;
--> statement-breakpoint
-- What stands in a hidden conversation, and what answers it and has not been put there yet.
create function passaparola_hidden_items() returns table (id uuid, connection_id uuid, native_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with said as (
    select m.workspace_id, m.id, m.connection_id, m.native_id
    from public.thread_mentions t
    join public.mentions m on m.workspace_id = t.workspace_id and m.id = t.mention_id
    where t.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
      and t.thread_id in (select public.passaparola_hidden_threads())
  )
  select s.id, s.connection_id, s.native_id from said s
  union
  select m.id, m.connection_id, m.native_id from said s
  join public.mentions m on m.workspace_id = s.workspace_id and m.connection_id = s.connection_id and m.parent_native_id = s.native_id
$$;
--> statement-breakpoint
create function passaparola_hidden_reports() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id from public.protection_reports r
  where r.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
    and r.thread_id in (select public.passaparola_hidden_threads())
  union
  select e.report_id from public.evidence e
  where e.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
    and e.mention_id in (select h.id from public.passaparola_hidden_items() h)
$$;
--> statement-breakpoint
create function passaparola_hidden_replies() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id from public.replies r
  where r.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
    and r.thread_id in (select public.passaparola_hidden_threads())
$$;
--> statement-breakpoint
-- The case stays, for the figures are everybody's; what we wrote about it may say what was said.
create function passaparola_hidden_cases() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.case_id from public.case_mentions c
  where c.workspace_id = nullif(current_setting('passaparola.workspace', true), '')::uuid
    and c.mention_id in (select h.id from public.passaparola_hidden_items() h)
$$;
--> statement-breakpoint
create policy "shield" on "threads" as restrictive for select to passaparola_shielded
  using (id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "thread_mentions" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "notes" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "note_mentions" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "replies" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "reply_versions" as restrictive for select to passaparola_shielded
  using (reply_id not in (select passaparola_hidden_replies()));
--> statement-breakpoint
create policy "shield" on "askings" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "thread_deadlines" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()));
--> statement-breakpoint
create policy "shield" on "mentions" as restrictive for select to passaparola_shielded
  using (id not in (select h.id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "mention_revisions" as restrictive for select to passaparola_shielded
  using (mention_id not in (select h.id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "mention_marks" as restrictive for select to passaparola_shielded
  using (mention_id not in (select h.id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "watch_matches" as restrictive for select to passaparola_shielded
  using (mention_id not in (select h.id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "raw_items" as restrictive for select to passaparola_shielded
  using ((connection_id, native_id) not in (select h.connection_id, h.native_id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "held_mentions" as restrictive for select to passaparola_shielded
  using ((connection_id, native_id) not in (select h.connection_id, h.native_id from passaparola_hidden_items() h));
--> statement-breakpoint
create policy "shield" on "case_texts" as restrictive for select to passaparola_shielded
  using (case_id not in (select passaparola_hidden_cases()));
--> statement-breakpoint
create policy "shield" on "protection_reports" as restrictive for select to passaparola_shielded
  using (id not in (select passaparola_hidden_reports()));
--> statement-breakpoint
create policy "shield" on "protection_steps" as restrictive for select to passaparola_shielded
  using (report_id not in (select passaparola_hidden_reports()));
--> statement-breakpoint
create policy "shield" on "evidence" as restrictive for select to passaparola_shielded
  using (report_id not in (select passaparola_hidden_reports()));
--> statement-breakpoint
create policy "shield" on "evidence_files" as restrictive for select to passaparola_shielded
  using (report_id not in (select passaparola_hidden_reports()));
--> statement-breakpoint
-- A conversation that becomes part of another, or of which a part becomes another, takes its shields along.
create function passaparola_carry_shields() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into public.thread_shields
    (workspace_id, id, thread_id, hidden_from, handler_id, reason, started_at, started_by, opened_at)
  select s.workspace_id, gen_random_uuid(), new.thread_id, s.hidden_from, s.handler_id, s.reason, s.started_at, s.started_by, s.opened_at
  from public.thread_shields s
  where s.workspace_id = old.workspace_id and s.thread_id = old.thread_id and s.ended_at is null
  on conflict (workspace_id, thread_id, hidden_from) where ended_at is null do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger "thread_mentions_shields" after update of "thread_id" on "thread_mentions"
  for each row when (old.thread_id is distinct from new.thread_id) execute function passaparola_carry_shields();
