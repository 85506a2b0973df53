CREATE TABLE "field_teams" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"name" text,
	"team" jsonb NOT NULL,
	"hours" real NOT NULL,
	"pins" uuid[] NOT NULL,
	"exclusions" uuid[] NOT NULL,
	"saved_by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "field_teams_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "field_teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_snapshots" (
	"workspace_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"day" text NOT NULL,
	"mentions" integer NOT NULL,
	"people" integer NOT NULL,
	"reaction_pairs" integer NOT NULL,
	"effective_size" real NOT NULL,
	"circles_reached" integer NOT NULL,
	"within_two_steps" real NOT NULL,
	CONSTRAINT "field_snapshots_workspace_id_field_id_day_pk" PRIMARY KEY("workspace_id","field_id","day")
);
--> statement-breakpoint
ALTER TABLE "field_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fields" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"words" text[] NOT NULL,
	"tags" text[] NOT NULL,
	"places" text[] NOT NULL,
	"seeds" uuid[] NOT NULL,
	"watch_ids" uuid[] NOT NULL,
	"hours_per_month" real NOT NULL,
	"band_from" smallint NOT NULL,
	"band_to" smallint NOT NULL,
	"state" text DEFAULT 'idle' NOT NULL,
	"progress" real,
	"choice_token" uuid,
	"gathering" jsonb,
	"gathered_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fields_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relation_batches" (
	"workspace_id" uuid NOT NULL,
	"token" uuid,
	"interactions" integer DEFAULT 0 NOT NULL,
	"half_lives" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"findings" jsonb,
	CONSTRAINT "relation_batches_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "relation_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "field_teams_field" ON "field_teams" USING btree ("workspace_id","field_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "field_teams" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "field_snapshots" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "fields" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "relation_batches" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);