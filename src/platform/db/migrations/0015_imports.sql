CREATE TABLE "import_items" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	CONSTRAINT "import_items_workspace_id_import_id_mention_id_pk" PRIMARY KEY("workspace_id","import_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "import_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_troubles" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"trouble" text NOT NULL,
	CONSTRAINT "import_troubles_workspace_id_import_id_place_pk" PRIMARY KEY("workspace_id","import_id","place")
);
--> statement-breakpoint
ALTER TABLE "import_troubles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"byte_length" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"settings" jsonb,
	"look" jsonb,
	"connection_id" uuid,
	"cursor" integer DEFAULT 0 NOT NULL,
	"brought" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "rating" jsonb;--> statement-breakpoint
CREATE INDEX "import_items_mention" ON "import_items" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state","created_at");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "import_items" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "import_troubles" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "imports" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);