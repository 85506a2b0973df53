CREATE TABLE "bulk_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wish" jsonb NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_actions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"workspace_id" uuid NOT NULL,
	"bulk_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"before" jsonb,
	"version" integer,
	CONSTRAINT "bulk_items_workspace_id_bulk_id_thread_id_pk" PRIMARY KEY("workspace_id","bulk_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "bulk_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "labels" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "labels_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_labels" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"label_id" uuid NOT NULL,
	CONSTRAINT "thread_labels_workspace_id_thread_id_label_id_pk" PRIMARY KEY("workspace_id","thread_id","label_id")
);
--> statement-breakpoint
ALTER TABLE "thread_labels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk_preferences" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"mail_mentions" boolean DEFAULT false NOT NULL,
	CONSTRAINT "desk_preferences_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "desk_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_mentions" (
	"workspace_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "note_mentions_workspace_id_note_id_person_id_pk" PRIMARY KEY("workspace_id","note_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "note_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_members" (
	"workspace_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "team_members_workspace_id_team_id_person_id_pk" PRIMARY KEY("workspace_id","team_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_followers" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_followers_workspace_id_thread_id_person_id_pk" PRIMARY KEY("workspace_id","thread_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "thread_followers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_presence" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"doing" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_presence_workspace_id_thread_id_person_id_pk" PRIMARY KEY("workspace_id","thread_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "thread_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
CREATE INDEX "bulk_actions_running" ON "bulk_actions" USING btree ("workspace_id","id") WHERE state in ('running', 'undoing');--> statement-breakpoint
CREATE INDEX "bulk_items_waiting" ON "bulk_items" USING btree ("workspace_id","bulk_id","thread_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_items_applied" ON "bulk_items" USING btree ("workspace_id","bulk_id","thread_id") WHERE state = 'applied';--> statement-breakpoint
CREATE INDEX "thread_labels_label" ON "thread_labels" USING btree ("workspace_id","label_id","thread_id");--> statement-breakpoint
CREATE INDEX "note_mentions_person" ON "note_mentions" USING btree ("workspace_id","person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "note_mentions_unseen" ON "note_mentions" USING btree ("workspace_id","person_id","thread_id") WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX "note_mentions_thread" ON "note_mentions" USING btree ("workspace_id","thread_id");--> statement-breakpoint
CREATE INDEX "thread_followers_person" ON "thread_followers" USING btree ("workspace_id","person_id","thread_id");--> statement-breakpoint
CREATE INDEX "threads_team" ON "threads" USING btree ("workspace_id","team_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'open' and team_id is not null;--> statement-breakpoint
CREATE INDEX "threads_snoozed" ON "threads" USING btree ("workspace_id","snoozed_until","id") WHERE status = 'snoozed';--> statement-breakpoint
CREATE INDEX "threads_theirs" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'open' and waiting_for = 'them' and addressed;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "bulk_actions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "bulk_items" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "labels" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_labels" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "desk_preferences" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "note_mentions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "team_members" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "teams" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_followers" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_presence" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);