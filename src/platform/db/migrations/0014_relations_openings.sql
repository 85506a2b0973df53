CREATE TABLE "relation_imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"name" text,
	"format" text NOT NULL,
	"kind" text NOT NULL,
	"added" integer NOT NULL,
	"contact_ids" uuid[] NOT NULL,
	"source_keys" text[] NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "relation_imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "relation_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact_scores" ADD COLUMN "trend" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "relation_states" ADD COLUMN "kind_values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "looked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "relation_batches" ADD COLUMN "openings" jsonb;--> statement-breakpoint
CREATE INDEX "relation_imports_latest" ON "relation_imports" USING btree ("workspace_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "relation_imports" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);