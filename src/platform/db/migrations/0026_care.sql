CREATE TABLE "case_events" (
	"workspace_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"event" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	CONSTRAINT "case_events_workspace_id_case_id_version_pk" PRIMARY KEY("workspace_id","case_id","version")
);
--> statement-breakpoint
ALTER TABLE "case_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_mentions" (
	"workspace_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"is_public" boolean NOT NULL,
	CONSTRAINT "case_mentions_workspace_id_mention_id_pk" PRIMARY KEY("workspace_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "case_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_stories" (
	"workspace_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"state" text NOT NULL,
	"italian" text NOT NULL,
	"english" text NOT NULL,
	"written_by" uuid NOT NULL,
	"looked_by" uuid,
	"published_at" timestamp with time zone,
	"withdrawn_for" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_stories_workspace_id_case_id_pk" PRIMARY KEY("workspace_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "case_stories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_texts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_texts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "case_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cases" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"channel" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"first_answer_at" timestamp with time zone,
	"answers" integer NOT NULL,
	"answers_to_solve" integer,
	"first_solved_at" timestamp with time zone,
	"solved_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"reopened" integer NOT NULL,
	"praised_at" timestamp with time zone,
	"gravity" integer NOT NULL,
	"gravity_reasons" jsonb NOT NULL,
	"gravity_chosen" integer,
	"owner_id" uuid,
	"due_at" timestamp with time zone,
	"cause_id" uuid,
	"product" text,
	"batch" text,
	"order_reference" text,
	"mentions" integer NOT NULL,
	"people" integer NOT NULL,
	"cost_cents" integer NOT NULL,
	CONSTRAINT "cases_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "causes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"words" text[] NOT NULL,
	"aspects" text[] NOT NULL,
	"is_retired" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "causes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "causes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "improvement_cases" (
	"workspace_id" uuid NOT NULL,
	"improvement_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "improvement_cases_workspace_id_improvement_id_case_id_pk" PRIMARY KEY("workspace_id","improvement_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "improvement_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "improvements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"cause_id" uuid NOT NULL,
	"owner_id" uuid,
	"title" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"italian" text NOT NULL,
	"english" text NOT NULL,
	"state" text NOT NULL,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "improvements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "improvements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care_settings" (
	"workspace_id" uuid NOT NULL,
	"opens_by_itself" boolean NOT NULL,
	"sure_from" real NOT NULL,
	"solve_within" jsonb NOT NULL,
	"is_public" boolean NOT NULL,
	"public_since" timestamp with time zone,
	"italian" text NOT NULL,
	"english" text NOT NULL,
	"sealed_key" text,
	"public_key" text,
	"last_number" integer NOT NULL,
	CONSTRAINT "care_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "care_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "register_days" (
	"workspace_id" uuid NOT NULL,
	"day" text NOT NULL,
	"statement" text NOT NULL,
	"digest" text NOT NULL,
	"signature" text NOT NULL,
	"public_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_days_workspace_id_day_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
ALTER TABLE "register_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "case_events_recorded" ON "case_events" USING btree ("workspace_id","recorded_at");--> statement-breakpoint
CREATE INDEX "case_mentions_case" ON "case_mentions" USING btree ("workspace_id","case_id","said_at","mention_id");--> statement-breakpoint
CREATE INDEX "case_mentions_author" ON "case_mentions" USING btree ("workspace_id","author_id","said_at");--> statement-breakpoint
CREATE INDEX "case_texts_case" ON "case_texts" USING btree ("workspace_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "cases_reported" ON "cases" USING btree ("workspace_id","reported_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("workspace_id","due_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "cases_cause" ON "cases" USING btree ("workspace_id","cause_id") WHERE cause_id is not null;--> statement-breakpoint
CREATE INDEX "causes_parent" ON "causes" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "improvements_cause" ON "improvements" USING btree ("workspace_id","cause_id");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "case_events" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "case_mentions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "case_stories" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "case_texts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "cases" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "causes" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "improvement_cases" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "improvements" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "care_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "register_days" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);