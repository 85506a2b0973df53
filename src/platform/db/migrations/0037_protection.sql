CREATE TABLE "evidence" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	"collected_by" uuid,
	"is_there" boolean NOT NULL,
	"record" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "evidence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	CONSTRAINT "evidence_files_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protection_settings" (
	"workspace_id" uuid NOT NULL,
	"keep_months" integer NOT NULL,
	"signatory" text NOT NULL,
	"email" text NOT NULL,
	"sealed_key" text,
	"public_key" text,
	"last_number" integer NOT NULL,
	CONSTRAINT "protection_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "protection_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protection_reports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"platform" text NOT NULL,
	"thread_id" uuid,
	"url" text,
	"reasons" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"visited_on" date,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"reported_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "protection_reports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "protection_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protection_steps" (
	"workspace_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"escalated_to" text,
	"note" text NOT NULL,
	CONSTRAINT "protection_steps_workspace_id_report_id_version_pk" PRIMARY KEY("workspace_id","report_id","version")
);
--> statement-breakpoint
ALTER TABLE "protection_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_shields" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"hidden_from" uuid NOT NULL,
	"handler_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "thread_shields_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "thread_shields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "evidence_report" ON "evidence" USING btree ("workspace_id","report_id","collected_at");--> statement-breakpoint
CREATE INDEX "evidence_mention" ON "evidence" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "evidence_author" ON "evidence" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "evidence_files_report" ON "evidence_files" USING btree ("workspace_id","report_id","added_at");--> statement-breakpoint
CREATE UNIQUE INDEX "protection_reports_number" ON "protection_reports" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "protection_reports_thread" ON "protection_reports" USING btree ("workspace_id","thread_id");--> statement-breakpoint
CREATE INDEX "protection_reports_ended" ON "protection_reports" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "thread_shields_open" ON "thread_shields" USING btree ("workspace_id","thread_id","hidden_from") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "thread_shields_person" ON "thread_shields" USING btree ("workspace_id","hidden_from") WHERE ended_at is null and opened_at is null;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "evidence" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "evidence_files" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "protection_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "protection_reports" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "protection_steps" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_shields" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);