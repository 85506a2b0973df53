CREATE TABLE "listening_memory" (
	"workspace_id" uuid NOT NULL,
	"words_at" timestamp with time zone,
	"words_until" uuid,
	CONSTRAINT "listening_memory_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "listening_memory" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"search" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_searches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_words" (
	"workspace_id" uuid NOT NULL,
	"word" text NOT NULL,
	"mentions" integer NOT NULL,
	CONSTRAINT "search_words_workspace_id_word_pk" PRIMARY KEY("workspace_id","word")
);
--> statement-breakpoint
ALTER TABLE "search_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "listening_memory" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "saved_searches" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "search_words" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
-- What was typed, taken apart (listening/model/search), as one query of the text index; null when nothing is looked for.
create function passaparola_clauses(clauses jsonb)
returns tsquery language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $clauses$
declare
  clause jsonb;
  form jsonb;
  one tsquery;
  part tsquery;
  whole tsquery;
  wanted boolean := false;
begin
  for clause in select jsonb_array_elements(clauses) loop
    part := null;
    for form in select jsonb_array_elements(clause->'forms') loop
      one := case
        when form ? 'stem' then plainto_tsquery('simple', form->>'stem')
        when (form->>'isPhrase')::boolean then phraseto_tsquery('italian', public.passaparola_fold(form->>'text'))
        else plainto_tsquery('italian', public.passaparola_fold(form->>'text')) end;
      if numnode(one) > 0 then part := coalesce(part || one, one); end if;
    end loop;
    if part is null then continue; end if;
    if (clause->>'isNegated')::boolean then part := !!part; else wanted := true; end if;
    whole := coalesce(whole && part, part);
  end loop;
  return case when wanted then whole end;
end
$clauses$;
--> statement-breakpoint
-- Which of these (folded) words nobody has said, and the words known that differ from them by little.
create function passaparola_near_words(typed text[])
returns table (word text, stem text, near jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $near$
declare
  scope text := current_setting('passaparola.workspace', true);
  here uuid;
begin
  if scope is null or scope in ('', '*') then
    raise exception 'a search needs one workspace' using errcode = 'insufficient_privilege';
  end if;
  here := scope::uuid;
  return query
    select t.word, l.stem, (
        select coalesce(jsonb_agg(jsonb_build_object('word', c.word, 'mentions', c.mentions)), '[]') from (
          select k.word, k.mentions from public.search_words k
           where k.workspace_id = here and length(k.word) between length(l.stem) - 2 and length(l.stem) + 2
             and levenshtein_less_equal(k.word, l.stem, 2) <= 2
           order by k.mentions desc limit 100) c)
      from unnest(typed) t(word)
      cross join lateral (select (tsvector_to_array(to_tsvector('italian', t.word)))[1] as stem) l
     where l.stem is not null and length(l.stem) between 3 and 40
       and not exists (select from public.search_words k where k.workspace_id = here and k.word = l.stem)
       and not exists (select from public.mentions m where m.workspace_id = here and m.search @@ plainto_tsquery('simple', l.stem));
end
$near$;
--> statement-breakpoint
-- Authors by a part of their name or handle; where there is none, those whose name is much like it.
create function passaparola_find_authors(typed text, wanted integer, forgiving boolean)
returns table (id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $authors$
declare
  scope text := current_setting('passaparola.workspace', true);
  folded text := public.passaparola_fold(trim(typed));
  needle text := replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_');
  here uuid;
begin
  if scope is null or scope in ('', '*') then
    raise exception 'a search needs one workspace' using errcode = 'insufficient_privilege';
  end if;
  if length(folded) < 3 then return; end if;
  here := scope::uuid;
  return query
    select a.id, similarity(public.passaparola_fold(coalesce(a.name, '') || ' ' || coalesce(a.handle, '')), folded)
      from public.authors a where a.workspace_id = here
       and public.passaparola_fold(coalesce(a.name, '') || ' ' || coalesce(a.handle, '')) like '%' || needle || '%'
     limit wanted;
  if forgiving and not found and length(folded) > 3 then
    return query
      select a.id, word_similarity(folded, public.passaparola_fold(coalesce(a.name, '') || ' ' || coalesce(a.handle, '')))
        from public.authors a where a.workspace_id = here
         and folded <% public.passaparola_fold(coalesce(a.name, '') || ' ' || coalesce(a.handle, ''))
       order by 2 desc limit wanted;
  end if;
end
$authors$;
--> statement-breakpoint
-- Mentions by words and by everything else that can be asked (listening/store/seek-mentions.ts). By relevance only the
-- latest `window` that answer are weighed, so that a page costs the same however many there are.
create function passaparola_seek_mentions(clauses jsonb, of_authors uuid[], asked jsonb, wanted integer)
returns table (id uuid, said_at timestamptz, score real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $seek$
declare
  scope text := current_setting('passaparola.workspace', true);
  here uuid;
  words tsquery := public.passaparola_clauses(clauses);
  marks text[] := array(select jsonb_array_elements_text(coalesce(asked->'marks', '[]')));
  time_column text := 'm.said_at';
  id_column text := 'm.id';
  source text := 'public.mentions m';
  narrowed text := '';
  latest text;
  weighed text;
begin
  if scope is null or scope in ('', '*') then
    raise exception 'a search needs one workspace' using errcode = 'insufficient_privilege';
  end if;
  here := scope::uuid;
  if cardinality(marks) > 0 then
    source := 'public.mention_marks k join public.mentions m on m.workspace_id = k.workspace_id and m.id = k.mention_id';
    narrowed := ' and k.workspace_id = $1 and k.mark = $4[1]';
    time_column := 'k.said_at'; id_column := 'k.mention_id';
  elsif asked ? 'watch' then
    source := 'public.watch_matches w join public.mentions m on m.workspace_id = w.workspace_id and m.id = w.mention_id';
    narrowed := ' and w.workspace_id = $1 and w.watch_id = ($3->>''watch'')::uuid';
    time_column := 'w.said_at'; id_column := 'w.mention_id';
  end if;
  for place in 2 .. cardinality(marks) loop
    narrowed := narrowed || format(' and exists (select from public.mention_marks o where o.workspace_id = $1 and o.mark = $4[%s] and o.said_at = %s and o.mention_id = %s)', place, time_column, id_column);
  end loop;
  if asked ? 'watch' and cardinality(marks) > 0 then
    narrowed := narrowed || ' and exists (select from public.watch_matches w where w.workspace_id = $1 and w.watch_id = ($3->>''watch'')::uuid and w.mention_id = m.id)';
  end if;
  if words is not null then narrowed := narrowed || ' and m.search @@ $2'; end if;
  if of_authors is not null then narrowed := narrowed || ' and m.author_id = any($5)'; end if;
  if asked ? 'notAuthors' then narrowed := narrowed || ' and m.author_id <> all(array(select jsonb_array_elements_text($3->''notAuthors''))::uuid[])'; end if;
  if asked ? 'channel' then narrowed := narrowed || ' and m.channel = $3->>''channel'''; end if;
  if asked ? 'language' then narrowed := narrowed || ' and coalesce(m.language, m.reading->>''language'') = $3->>''language'''; end if;
  if asked ? 'since' then narrowed := narrowed || format(' and %s >= ($3->>''since'')::timestamptz', time_column); end if;
  if asked ? 'until' then narrowed := narrowed || format(' and %s < ($3->>''until'')::timestamptz', time_column); end if;
  if asked ? 'asOf' then narrowed := narrowed || ' and m.received_at <= ($3->>''asOf'')::timestamptz'; end if;
  latest := format('select %s as id, %s as said_at from %s where m.workspace_id = $1%s', id_column, time_column, source, narrowed);
  if coalesce(asked->>'sort', 'time') = 'time' or words is null then
    if asked ? 'beforeAt' then
      latest := latest || format(' and (%s, %s) < (($3->>''beforeAt'')::timestamptz, ($3->>''beforeId'')::uuid)', time_column, id_column);
    end if;
    weighed := format('select id, said_at, 0::real from (%s) f', latest || public.passaparola_latest(time_column, id_column) || ' limit $6');
  else
    weighed := format('select r.id, r.said_at, r.score from (select f.id, f.said_at, ts_rank_cd(m.search, $2, 1) as score
        from (%s) f join public.mentions m on m.workspace_id = $1 and m.id = f.id) r', latest || public.passaparola_latest(time_column, id_column) || ' limit ($3->>''window'')::integer');
    if asked ? 'beforeAt' then
      weighed := weighed || ' where (r.score, r.said_at, r.id) < (($3->>''beforeScore'')::real, ($3->>''beforeAt'')::timestamptz, ($3->>''beforeId'')::uuid)';
    end if;
    weighed := weighed || ' order by r.score desc, r.said_at desc, r.id desc limit $6';
  end if;
  return query execute weighed using here, words, asked, marks, of_authors, wanted;
end
$seek$;
--> statement-breakpoint
-- As the index of each table stands: so that it is read in order and nothing is sorted.
create function passaparola_latest(time_column text, id_column text)
returns text language sql immutable set search_path = pg_catalog, public, pg_temp
as $latest$
  select case
    when time_column like 'k.%' then format(' order by %s desc, %s desc', time_column, id_column)
    when time_column like 'w.%' then format(' order by %s desc nulls last, %s desc', time_column, id_column)
    else format(' order by %s desc nulls last, %s desc nulls last', time_column, id_column) end
$latest$;
--> statement-breakpoint
revoke all on function passaparola_near_words(text[]), passaparola_find_authors(text, integer, boolean), passaparola_seek_mentions(jsonb, uuid[], jsonb, integer) from public;
--> statement-breakpoint
grant execute on function passaparola_near_words(text[]), passaparola_find_authors(text, integer, boolean), passaparola_seek_mentions(jsonb, uuid[], jsonb, integer) to passaparola_app;
