CREATE TABLE "asking_settings" (
	"workspace_id" uuid NOT NULL,
	"is_on" boolean NOT NULL,
	"automatic_on" text[] DEFAULT '{}' NOT NULL,
	"delay_minutes" integer NOT NULL,
	"quiet_days" integer NOT NULL,
	"way" text NOT NULL,
	"scale" smallint NOT NULL,
	"register" text NOT NULL,
	"asks_in_public" boolean NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asking_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "asking_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "askings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"author_id" uuid,
	"channel" text NOT NULL,
	"team_id" uuid,
	"person_id" uuid,
	"case_id" uuid,
	"question" text NOT NULL,
	"way" text NOT NULL,
	"scale" smallint NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"passed_for" text,
	"due_at" timestamp with time zone,
	"reply_id" uuid,
	"asked_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"score" smallint,
	"read_from" text,
	"answer_mention_id" uuid,
	"words" text,
	"changes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "askings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "askings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thanks" (
	"workspace_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"variant" smallint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "thanks_workspace_id_mention_id_pk" PRIMARY KEY("workspace_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "thanks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practice_attempts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"scenario_id" text NOT NULL,
	"language" text NOT NULL,
	"turns" jsonb NOT NULL,
	"ending" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"shared_at" timestamp with time zone,
	CONSTRAINT "practice_attempts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "practice_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "askings_mention" ON "askings" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "askings_thread" ON "askings" USING btree ("workspace_id","thread_id","created_at");--> statement-breakpoint
CREATE INDEX "askings_proposed" ON "askings" USING btree ("workspace_id","created_at") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "askings_asked" ON "askings" USING btree ("workspace_id","asked_at") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "askings_author" ON "askings" USING btree ("workspace_id","author_id","asked_at");--> statement-breakpoint
CREATE INDEX "askings_answer" ON "askings" USING btree ("workspace_id","answer_mention_id") WHERE answer_mention_id is not null;--> statement-breakpoint
CREATE INDEX "askings_passed" ON "askings" USING btree ("workspace_id","created_at") WHERE state = 'passed-over';--> statement-breakpoint
CREATE INDEX "thanks_latest" ON "thanks" USING btree ("workspace_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "practice_attempts_person" ON "practice_attempts" USING btree ("workspace_id","person_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "asking_settings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "askings" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thanks" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "practice_attempts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null) WITH CHECK (nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null);