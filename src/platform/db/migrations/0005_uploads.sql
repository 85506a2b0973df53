CREATE TABLE "uploads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"mime_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"name" text NOT NULL,
	"alt" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"needed_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "media" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "media" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "uploads_waiting" ON "uploads" USING btree ("workspace_id","person_id","needed_until");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "uploads" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');