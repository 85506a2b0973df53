CREATE TABLE "privacy_requests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"accounts" text,
	"contact" text,
	"message" text,
	"language" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"sender" text,
	"state" text NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"receipt" jsonb,
	CONSTRAINT "privacy_requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "privacy_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "listening_memory" ADD COLUMN "raw_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "listening_memory" ADD COLUMN "overheard_months" integer DEFAULT 24;--> statement-breakpoint
ALTER TABLE "listening_memory" ADD COLUMN "addressed_months" integer;--> statement-breakpoint
ALTER TABLE "listening_memory" ADD COLUMN "notice_contact" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "privacy_requests_time" ON "privacy_requests" USING btree ("workspace_id","received_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "privacy_requests" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);