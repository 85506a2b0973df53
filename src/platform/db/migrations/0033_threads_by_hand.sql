CREATE TABLE "thread_arrangements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"record" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "thread_arrangements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "thread_arrangements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_partings" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_partings_workspace_id_thread_id_other_id_pk" PRIMARY KEY("workspace_id","thread_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "thread_partings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_redirects" (
	"workspace_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_redirects_workspace_id_thread_id_pk" PRIMARY KEY("workspace_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "thread_redirects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "thread_arrangements_thread" ON "thread_arrangements" USING btree ("workspace_id","thread_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "thread_partings_other" ON "thread_partings" USING btree ("workspace_id","other_id");--> statement-breakpoint
CREATE INDEX "thread_redirects_into" ON "thread_redirects" USING btree ("workspace_id","into_id");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_arrangements" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_partings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_redirects" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);