CREATE TABLE "reply_approvals" (
	"workspace_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"reasons" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"late_told_at" timestamp with time zone,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "reply_approvals_workspace_id_reply_id_pk" PRIMARY KEY("workspace_id","reply_id")
);
--> statement-breakpoint
ALTER TABLE "reply_approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reply_versions" (
	"workspace_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"options" jsonb NOT NULL,
	"media" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"accepted" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_versions_workspace_id_reply_id_number_pk" PRIMARY KEY("workspace_id","reply_id","number")
);
--> statement-breakpoint
ALTER TABLE "reply_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sending_settings" (
	"workspace_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"decide_within" integer NOT NULL,
	"levels" jsonb NOT NULL,
	"forbidden_words" jsonb NOT NULL,
	"own_contacts" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sending_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "sending_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crises" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"alert_id" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"declared_at" timestamp with time zone,
	"declared_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"status_public" boolean DEFAULT false NOT NULL,
	"worked" text DEFAULT '' NOT NULL,
	"to_change" text DEFAULT '' NOT NULL,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" uuid,
	CONSTRAINT "crises_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "crises" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"crisis_id" uuid NOT NULL,
	"what" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"improvement_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crisis_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "crisis_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_lines" (
	"workspace_id" uuid NOT NULL,
	"crisis_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" text NOT NULL,
	"agreed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crisis_lines_workspace_id_crisis_id_number_pk" PRIMARY KEY("workspace_id","crisis_id","number")
);
--> statement-breakpoint
ALTER TABLE "crisis_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"crisis_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"body" text NOT NULL,
	"details" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crisis_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "crisis_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_status" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"crisis_id" uuid NOT NULL,
	"italian" text NOT NULL,
	"english" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crisis_status_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "crisis_status" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_team" (
	"workspace_id" uuid NOT NULL,
	"crisis_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"task" text NOT NULL,
	"on_duty" boolean NOT NULL,
	CONSTRAINT "crisis_team_workspace_id_crisis_id_person_id_pk" PRIMARY KEY("workspace_id","crisis_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "crisis_team" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "reply_approvals_due" ON "reply_approvals" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "crises_one" ON "crises" USING btree ("workspace_id") WHERE state = 'declared';--> statement-breakpoint
CREATE UNIQUE INDEX "crises_alert" ON "crises" USING btree ("workspace_id","alert_id");--> statement-breakpoint
CREATE INDEX "crises_list" ON "crises" USING btree ("workspace_id","proposed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "crisis_changes_crisis" ON "crisis_changes" USING btree ("workspace_id","crisis_id");--> statement-breakpoint
CREATE INDEX "crisis_log_crisis" ON "crisis_log" USING btree ("workspace_id","crisis_id","created_at","id");--> statement-breakpoint
CREATE INDEX "crisis_status_crisis" ON "crisis_status" USING btree ("workspace_id","crisis_id","published_at");--> statement-breakpoint
CREATE INDEX "replies_waiting" ON "replies" USING btree ("workspace_id","created_at") WHERE state in ('waiting', 'returned');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "reply_approvals" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "reply_versions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "sending_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crises" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crisis_changes" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crisis_lines" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crisis_log" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crisis_status" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "crisis_team" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);