CREATE TABLE "alert_countings" (
	"workspace_id" uuid NOT NULL,
	"watch_id" uuid NOT NULL,
	"watch_version" timestamp with time zone NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"whole_at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_countings_workspace_id_watch_id_pk" PRIMARY KEY("workspace_id","watch_id")
);
--> statement-breakpoint
ALTER TABLE "alert_countings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_hours" (
	"workspace_id" uuid NOT NULL,
	"watch_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "alert_hours_workspace_id_watch_id_measure_hour_pk" PRIMARY KEY("workspace_id","watch_id","measure","hour")
);
--> statement-breakpoint
ALTER TABLE "alert_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_devices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"sealed" text NOT NULL,
	"server_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_devices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "alert_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_preferences" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"mail" text NOT NULL,
	"telegram" text NOT NULL,
	"push" text NOT NULL,
	"telegram_chat" text,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"digest_hour" smallint NOT NULL,
	"digest_day" integer,
	CONSTRAINT "alert_preferences_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "alert_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"watch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"false_alarms" text NOT NULL,
	"least_reach" integer NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "alert_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_bots" (
	"workspace_id" uuid NOT NULL,
	"sealed_token" text NOT NULL,
	"username" text NOT NULL,
	CONSTRAINT "alert_bots_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "alert_bots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"way" text NOT NULL,
	"target" uuid NOT NULL,
	"person_id" uuid,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "alert_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "alert_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alert_webhooks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone,
	"last_problem" text,
	CONSTRAINT "alert_webhooks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "alert_webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "alerts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"watch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"measure" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"grew_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"facts" jsonb NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	CONSTRAINT "alerts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "alerts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_rules_watch" ON "alert_rules" USING btree ("workspace_id","watch_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "alert_deliveries_once" ON "alert_deliveries" USING btree ("workspace_id","alert_id","way","target");--> statement-breakpoint
CREATE INDEX "alerts_latest" ON "alerts" USING btree ("workspace_id","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("workspace_id","rule_id","measure") WHERE ended_at is null;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_countings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_hours" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_devices" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_preferences" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_rules" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_bots" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_deliveries" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alert_webhooks" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "alerts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);