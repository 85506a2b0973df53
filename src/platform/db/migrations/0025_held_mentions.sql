CREATE TABLE "held_mentions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"native_id" text NOT NULL,
	"raw" jsonb,
	"shown" jsonb,
	"author_native_id" text NOT NULL,
	"author_handle" text,
	"author_url" text,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"refused_as" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"carriage" text,
	CONSTRAINT "held_mentions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "held_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "held_mentions_native" ON "held_mentions" USING btree ("workspace_id","connection_id","native_id");--> statement-breakpoint
CREATE INDEX "held_mentions_latest" ON "held_mentions" USING btree ("workspace_id","state","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "held_mentions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);