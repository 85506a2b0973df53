CREATE TABLE "connection_doors" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"sealed_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "connection_doors_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "connection_doors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbound_deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"request" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"problem" text,
	"handled_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "inbound_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "inbound_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "push_state" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "connection_doors_key" ON "connection_doors" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "connection_doors_connection" ON "connection_doors" USING btree ("workspace_id","connection_id");--> statement-breakpoint
CREATE INDEX "inbound_deliveries_due" ON "inbound_deliveries" USING btree ("next_attempt_at") WHERE handled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_deliveries_waiting" ON "inbound_deliveries" USING btree ("workspace_id","connection_id","digest") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "inbound_deliveries_handled" ON "inbound_deliveries" USING btree ("handled_at");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "connection_doors" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "inbound_deliveries" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);