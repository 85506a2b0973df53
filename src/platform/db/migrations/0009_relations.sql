CREATE TABLE "contact_merges" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"absorbed_id" uuid NOT NULL,
	"identity_ids" uuid[] NOT NULL,
	"reason" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "contact_merges_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dismissed_suggestions" (
	"workspace_id" uuid NOT NULL,
	"a" uuid NOT NULL,
	"b" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "dismissed_suggestions_workspace_id_a_b_pk" PRIMARY KEY("workspace_id","a","b")
);
--> statement-breakpoint
ALTER TABLE "dismissed_suggestions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "communities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"size" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "communities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "communities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_scores" (
	"workspace_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"strength" real NOT NULL,
	"reciprocity" real NOT NULL,
	"intensity_in" double precision NOT NULL,
	"intensity_out" double precision NOT NULL,
	"last_at" timestamp with time zone,
	"community_id" uuid,
	"degree" integer NOT NULL,
	"constraint" real,
	"effective_size" real,
	"clustering" real,
	"core" integer NOT NULL,
	"participation" real,
	"credibility" real,
	"relevance" real,
	"responsiveness" real,
	"middle" real,
	"evidence" jsonb NOT NULL,
	"batch_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_scores_workspace_id_contact_id_pk" PRIMARY KEY("workspace_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "contact_scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_ties" (
	"workspace_id" uuid NOT NULL,
	"a" uuid NOT NULL,
	"b" uuid NOT NULL,
	"intensity_ab" double precision NOT NULL,
	"intensity_ba" double precision NOT NULL,
	"overlap" real,
	"last_at" timestamp with time zone,
	"batch_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_ties_workspace_id_a_b_pk" PRIMARY KEY("workspace_id","a","b")
);
--> statement-breakpoint
ALTER TABLE "contact_ties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation_snapshots" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"contacts" integer NOT NULL,
	"ties" integer NOT NULL,
	"our_effective_size" real NOT NULL,
	"circles_reached" integer NOT NULL,
	"within_two_steps" integer NOT NULL,
	CONSTRAINT "relation_snapshots_workspace_id_day_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
ALTER TABLE "relation_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation_states" (
	"workspace_id" uuid NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"batch_at" timestamp with time zone,
	"seconds" real,
	"state" text DEFAULT 'idle' NOT NULL,
	"progress" real,
	CONSTRAINT "relation_states_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "relation_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"company" text,
	"role" text,
	"place" text,
	"note" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"searched" text DEFAULT '' NOT NULL,
	"consent" text DEFAULT 'unknown' NOT NULL,
	"consent_at" timestamp with time zone,
	"consent_note" text,
	"known_by" uuid[] DEFAULT '{}' NOT NULL,
	"birthday" date,
	"birthday_day" smallint,
	"birthday_what" text,
	"stage" text DEFAULT 'noticed' NOT NULL,
	"stage_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_into" uuid,
	"by_hand" text,
	"heard_at" timestamp with time zone,
	"in_at" timestamp with time zone,
	"out_at" timestamp with time zone,
	"in_count" integer DEFAULT 0 NOT NULL,
	"out_count" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"usual_days" real,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "daily_choices" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"contact_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"until" date,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "daily_choices_workspace_id_day_contact_id_pk" PRIMARY KEY("workspace_id","day","contact_id")
);
--> statement-breakpoint
ALTER TABLE "daily_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "daily_entries" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"contact_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "daily_entries_workspace_id_day_contact_id_pk" PRIMARY KEY("workspace_id","day","contact_id")
);
--> statement-breakpoint
ALTER TABLE "daily_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gifts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"value_cents" integer,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"disclosure" jsonb NOT NULL,
	"programme" text,
	CONSTRAINT "gifts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "gifts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"native_id" text NOT NULL,
	"author_id" uuid,
	"name" text,
	"handle" text,
	"url" text,
	"avatar_url" text,
	"avatar_hash" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"followers" integer,
	"profiling" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interactions" (
	"workspace_id" uuid NOT NULL,
	"source_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"from_identity" uuid,
	"to_identity" uuid,
	"person_id" uuid,
	"connection_id" uuid,
	"mention_id" uuid,
	"value" real NOT NULL,
	"note" text,
	CONSTRAINT "interactions_workspace_id_source_key_pk" PRIMARY KEY("workspace_id","source_key")
);
--> statement-breakpoint
ALTER TABLE "interactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suppressions" (
	"workspace_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
ALTER TABLE "suppressions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "contact_merges_kept" ON "contact_merges" USING btree ("workspace_id","kept_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contact_scores_strength" ON "contact_scores" USING btree ("workspace_id","strength" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contact_scores_community" ON "contact_scores" USING btree ("workspace_id","community_id","strength" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contact_ties_b" ON "contact_ties" USING btree ("workspace_id","b");--> statement-breakpoint
CREATE INDEX "contacts_latest" ON "contacts" USING btree ("workspace_id","last_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "contacts_birthday" ON "contacts" USING btree ("workspace_id","birthday_day") WHERE birthday_day is not null;--> statement-breakpoint
CREATE INDEX "contacts_rhythm" ON "contacts" USING btree ("workspace_id","last_at") WHERE usual_days is not null;--> statement-breakpoint
CREATE INDEX "daily_choices_contact" ON "daily_choices" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "daily_choices_state" ON "daily_choices" USING btree ("workspace_id","state");--> statement-breakpoint
CREATE INDEX "daily_entries_contact" ON "daily_entries" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "gifts_contact" ON "gifts" USING btree ("workspace_id","contact_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "identities_native" ON "identities" USING btree ("workspace_id","channel","native_id");--> statement-breakpoint
CREATE INDEX "identities_author" ON "identities" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "identities_contact" ON "identities" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE INDEX "interactions_from" ON "interactions" USING btree ("workspace_id","from_identity","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "interactions_to" ON "interactions" USING btree ("workspace_id","to_identity","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mentions_parent" ON "mentions" USING btree ("workspace_id","connection_id","parent_native_id") WHERE parent_native_id is not null;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "contact_merges" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "dismissed_suggestions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "communities" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "contact_scores" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "contact_ties" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "relation_snapshots" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "relation_states" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "contacts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "daily_choices" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "daily_entries" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "gifts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "identities" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "interactions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "suppressions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);