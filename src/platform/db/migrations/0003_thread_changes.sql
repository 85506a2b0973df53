CREATE TABLE "connection_authorisations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"name" text,
	"settings" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_authorisations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "connection_authorisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "connection_authorisations" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');