CREATE TABLE "thread_keys" (
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"key" text NOT NULL,
	"thread_id" uuid NOT NULL,
	CONSTRAINT "thread_keys_workspace_id_connection_id_key_pk" PRIMARY KEY("workspace_id","connection_id","key")
);
--> statement-breakpoint
ALTER TABLE "thread_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "failed_items" (
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"failed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "failed_items_workspace_id_connection_id_digest_pk" PRIMARY KEY("workspace_id","connection_id","digest")
);
--> statement-breakpoint
ALTER TABLE "failed_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "replies_due";--> statement-breakpoint
DROP INDEX "threads_list";--> statement-breakpoint
DROP INDEX "threads_assignee";--> statement-breakpoint
DROP INDEX "threads_waiting";--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "unknown_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "ours" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "addressed" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "matched" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "automatic" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "removed" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "subject_key" text;--> statement-breakpoint
ALTER TABLE "thread_mentions" ADD COLUMN "orphan" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "matched" boolean NOT NULL;--> statement-breakpoint
CREATE INDEX "thread_keys_thread" ON "thread_keys" USING btree ("workspace_id","thread_id");--> statement-breakpoint
CREATE INDEX "replies_failed" ON "replies" USING btree ("workspace_id","created_at") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "replies_mention" ON "replies" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "replies_sent" ON "replies" USING btree ("workspace_id","sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "thread_mentions_subject" ON "thread_mentions" USING btree ("workspace_id","subject_key","said_at") WHERE subject_key is not null;--> statement-breakpoint
CREATE INDEX "threads_channel" ON "threads" USING btree ("workspace_id","channel","addressed","status","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "threads_about" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'open' and matched and not addressed;--> statement-breakpoint
CREATE INDEX "threads_done" ON "threads" USING btree ("workspace_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'done';--> statement-breakpoint
CREATE INDEX "replies_due" ON "replies" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "threads_list" ON "threads" USING btree ("workspace_id","addressed","status","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "threads_assignee" ON "threads" USING btree ("workspace_id","assignee_id","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'open' and assignee_id is not null;--> statement-breakpoint
CREATE INDEX "threads_waiting" ON "threads" USING btree ("workspace_id","last_theirs_at","id") WHERE status = 'open' and waiting_for = 'us' and addressed;--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_keys" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "failed_items" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');