CREATE TABLE "assistant_drafts" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"model" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assistant_drafts_workspace_id_thread_id_id_pk" PRIMARY KEY("workspace_id","thread_id","id")
);
--> statement-breakpoint
ALTER TABLE "assistant_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_readings" (
	"workspace_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"revision" text NOT NULL,
	"model" text NOT NULL,
	"proposed" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assistant_readings_workspace_id_mention_id_pk" PRIMARY KEY("workspace_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "assistant_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_settings" (
	"workspace_id" uuid NOT NULL,
	"enabled" boolean NOT NULL,
	"base_url" text NOT NULL,
	"model" text NOT NULL,
	"sealed_key" text,
	"for_uncertain" boolean NOT NULL,
	"for_drafts" boolean NOT NULL,
	"price_in" double precision NOT NULL,
	"price_out" double precision NOT NULL,
	"monthly_cap" double precision,
	"timeout_seconds" integer NOT NULL,
	CONSTRAINT "assistant_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "assistant_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_uses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"cost" bigint NOT NULL,
	"milliseconds" integer NOT NULL,
	"outcome" text NOT NULL,
	"hold_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assistant_uses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "assistant_uses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mention_marks" (
	"workspace_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"mention_id" uuid NOT NULL,
	CONSTRAINT "mention_marks_workspace_id_mark_said_at_mention_id_pk" PRIMARY KEY("workspace_id","mark","said_at","mention_id")
);
--> statement-breakpoint
ALTER TABLE "mention_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "language_packs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"text" text NOT NULL,
	"enabled" boolean NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "language_packs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "language_packs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reading_corrections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"revision" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"confirmed" boolean NOT NULL,
	"held_back" boolean NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "reading_corrections_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "reading_corrections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "understanding_settings" (
	"workspace_id" uuid NOT NULL,
	"tone_strictness" text DEFAULT 'normal' NOT NULL,
	"register" text,
	"version" uuid,
	"reread_asked_at" timestamp with time zone,
	"reread_done" integer,
	"reread_total" integer,
	CONSTRAINT "understanding_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "understanding_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "polarity" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "intents" text[];--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "urgency" real;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "needs_reply" boolean;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "toxic" boolean;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "unsure" boolean;--> statement-breakpoint
CREATE INDEX "assistant_uses_month" ON "assistant_uses" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "mention_marks_mention" ON "mention_marks" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "reading_corrections_mention" ON "reading_corrections" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "threads_polarity" ON "threads" USING btree ("workspace_id","polarity","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE polarity is not null;--> statement-breakpoint
CREATE INDEX "threads_needs_reply" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE needs_reply;--> statement-breakpoint
CREATE INDEX "threads_intent_complaint" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'complaint' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_criticism" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'criticism' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_question" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'question' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_praise" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'praise' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_purchase_intent" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'purchase_intent' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_suggestion" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'suggestion' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_churn" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'churn' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_spam" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'spam' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_insult" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'insult' = any(intents);--> statement-breakpoint
CREATE INDEX "threads_intent_urgent" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE 'urgent' = any(intents);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "assistant_drafts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "assistant_readings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "assistant_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "assistant_uses" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "mention_marks" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "language_packs" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "reading_corrections" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "understanding_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);
--> statement-breakpoint
-- Searches can be narrowed by what texts say: a mention must have all of `of_marks`.
drop function passaparola_search_mentions(text, text, uuid, timestamptz, uuid, integer);
--> statement-breakpoint
create function passaparola_search_mentions(
  query text, of_channel text, of_watch uuid, before_at timestamptz, before_id uuid, wanted integer, of_marks text[] default '{}')
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
  if cardinality(of_marks) > 0 then
    narrowed := narrowed || ' and (select count(*) from public.mention_marks k where k.workspace_id = $1 and k.mention_id = m.id and k.mark = any($9)) = cardinality($9)';
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
    using here, words, of_channel, of_watch, before_at, before_id, wanted, needle, of_marks;
end
$search$;
--> statement-breakpoint
revoke all on function passaparola_search_mentions(text, text, uuid, timestamptz, uuid, integer, text[]) from public;
--> statement-breakpoint
grant execute on function passaparola_search_mentions(text, text, uuid, timestamptz, uuid, integer, text[]) to passaparola_app;
