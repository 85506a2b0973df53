CREATE TABLE "rule_deeds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"happening" text NOT NULL,
	"run_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"why" jsonb NOT NULL,
	"did" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"version" integer NOT NULL,
	"undone" text,
	"undone_at" timestamp with time zone,
	"undone_version" integer,
	CONSTRAINT "rule_deeds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "rule_deeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule_id" uuid,
	"person_id" uuid NOT NULL,
	"body" jsonb,
	"scope" jsonb NOT NULL,
	"state" text NOT NULL,
	"cursor" uuid,
	"last_turn" uuid,
	"total" integer NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"met" integer DEFAULT 0 NOT NULL,
	"acted" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"examples" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "rule_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "rule_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"stops" boolean NOT NULL,
	"most_per_hour" integer NOT NULL,
	"version" integer NOT NULL,
	"active_since" timestamp with time zone NOT NULL,
	"pause_reason" jsonb,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_turn" uuid,
	"looked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "answer_within" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_deeds_once" ON "rule_deeds" USING btree ("workspace_id","thread_id","rule_id","happening");--> statement-breakpoint
CREATE INDEX "rule_deeds_rule" ON "rule_deeds" USING btree ("workspace_id","rule_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rule_deeds_run" ON "rule_deeds" USING btree ("workspace_id","run_id","id") WHERE run_id is not null;--> statement-breakpoint
CREATE INDEX "rule_runs_running" ON "rule_runs" USING btree ("workspace_id","id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "rule_runs_rule" ON "rule_runs" USING btree ("workspace_id","rule_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rules_order" ON "rules" USING btree ("workspace_id","position","id");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "rule_deeds" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "rule_runs" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "rules" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);