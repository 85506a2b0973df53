CREATE TABLE "connections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" text,
	"account" jsonb,
	"cursor" jsonb,
	"stream_cursor" jsonb,
	"state" text DEFAULT 'active' NOT NULL,
	"problem" jsonb,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_poll_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_polled_at" timestamp with time zone,
	"last_event_at" timestamp with time zone,
	"last_checked_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"lease_holder" uuid,
	"lease_until" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "connections_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "drafts" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"body" text NOT NULL,
	"options" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_workspace_id_person_id_thread_id_pk" PRIMARY KEY("workspace_id","person_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "notes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "replies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"options" jsonb NOT NULL,
	"state" text NOT NULL,
	"send_after" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempt_started_at" timestamp with time zone,
	"problem" jsonb,
	"next_attempt_at" timestamp with time zone,
	"native_id" text,
	"url" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "replies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_mentions" (
	"workspace_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_mentions_workspace_id_mention_id_pk" PRIMARY KEY("workspace_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "thread_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"read_until" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_reads_workspace_id_person_id_thread_id_pk" PRIMARY KEY("workspace_id","person_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"root_native_id" text NOT NULL,
	"subject" text,
	"author_id" uuid,
	"author_name" text,
	"author_handle" text,
	"author_avatar_url" text,
	"preview" text NOT NULL,
	"mention_count" integer DEFAULT 0 NOT NULL,
	"addressed" boolean NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"waiting_for" text NOT NULL,
	"assignee_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"last_theirs_at" timestamp with time zone,
	"last_ours_at" timestamp with time zone,
	"last_activity_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "authors" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"native_id" text NOT NULL,
	"name" text,
	"handle" text,
	"url" text,
	"avatar_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "authors_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "authors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mention_revisions" (
	"workspace_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"revision" text NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"content_hash" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mention_revisions_workspace_id_mention_id_revision_pk" PRIMARY KEY("workspace_id","mention_id","revision")
);
--> statement-breakpoint
ALTER TABLE "mention_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"native_id" text NOT NULL,
	"revision" text NOT NULL,
	"author_id" uuid NOT NULL,
	"ours" boolean NOT NULL,
	"addressed" boolean NOT NULL,
	"form" text NOT NULL,
	"visibility" text NOT NULL,
	"automatic" text,
	"title" text,
	"body" text NOT NULL,
	"quoted" text,
	"content_warning" text,
	"language" text,
	"url" text,
	"parent_native_id" text,
	"root_native_id" text,
	"references" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"media" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"reply_context" jsonb NOT NULL,
	"reading" jsonb,
	"said_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('italian', passaparola_fold(coalesce(title, '') || ' ' || body))) STORED,
	CONSTRAINT "mentions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "raw_items" (
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"native_id" text NOT NULL,
	"revision" text NOT NULL,
	"content_type" text NOT NULL,
	"encoding" text NOT NULL,
	"body" text NOT NULL,
	"context" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "raw_items_workspace_id_connection_id_native_id_revision_pk" PRIMARY KEY("workspace_id","connection_id","native_id","revision")
);
--> statement-breakpoint
ALTER TABLE "raw_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tombstones" (
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"native_id" text NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tombstones_workspace_id_connection_id_native_id_pk" PRIMARY KEY("workspace_id","connection_id","native_id")
);
--> statement-breakpoint
ALTER TABLE "tombstones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watch_matches" (
	"workspace_id" uuid NOT NULL,
	"watch_id" uuid NOT NULL,
	"mention_id" uuid NOT NULL,
	"spans" jsonb NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "watch_matches_workspace_id_watch_id_mention_id_pk" PRIMARY KEY("workspace_id","watch_id","mention_id")
);
--> statement-breakpoint
ALTER TABLE "watch_matches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "watches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"terms" jsonb NOT NULL,
	"except" jsonb NOT NULL,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "watches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "watches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"details" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"secret_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/Rome' NOT NULL,
	"register" text DEFAULT 'lei' NOT NULL,
	"nature" text DEFAULT 'company' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"dead_at" timestamp with time zone,
	CONSTRAINT "outbox_events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "live_changes" (
	"workspace_id" uuid NOT NULL,
	"sequence" bigserial NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "live_changes_workspace_id_sequence_pk" PRIMARY KEY("workspace_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "live_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connections_due" ON "connections" USING btree ("state","next_poll_at");--> statement-breakpoint
CREATE INDEX "notes_thread" ON "notes" USING btree ("workspace_id","thread_id","created_at");--> statement-breakpoint
CREATE INDEX "replies_thread" ON "replies" USING btree ("workspace_id","thread_id","created_at");--> statement-breakpoint
CREATE INDEX "replies_due" ON "replies" USING btree ("state","send_after");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_native" ON "replies" USING btree ("workspace_id","connection_id","native_id");--> statement-breakpoint
CREATE INDEX "thread_mentions_thread" ON "thread_mentions" USING btree ("workspace_id","thread_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "threads_root" ON "threads" USING btree ("workspace_id","connection_id","root_native_id");--> statement-breakpoint
CREATE INDEX "threads_list" ON "threads" USING btree ("workspace_id","status","last_activity_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "threads_assignee" ON "threads" USING btree ("workspace_id","assignee_id","last_activity_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "threads_waiting" ON "threads" USING btree ("workspace_id","last_theirs_at") WHERE status = 'open' and waiting_for = 'us';--> statement-breakpoint
CREATE UNIQUE INDEX "authors_native" ON "authors" USING btree ("workspace_id","channel","native_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentions_native" ON "mentions" USING btree ("workspace_id","connection_id","native_id");--> statement-breakpoint
CREATE INDEX "mentions_time" ON "mentions" USING btree ("workspace_id","said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mentions_author" ON "mentions" USING btree ("workspace_id","author_id","said_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mentions_search" ON "mentions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "raw_items_age" ON "raw_items" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "watch_matches_time" ON "watch_matches" USING btree ("workspace_id","watch_id","said_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "watch_matches_mention" ON "watch_matches" USING btree ("workspace_id","mention_id");--> statement-breakpoint
CREATE INDEX "audit_entries_time" ON "audit_entries" USING btree ("workspace_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_secret" ON "invitations" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_events_due" ON "outbox_events" USING btree ("next_attempt_at","id") WHERE dead_at is null;--> statement-breakpoint
CREATE INDEX "live_changes_age" ON "live_changes" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "connections" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "drafts" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "notes" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "replies" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_mentions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "thread_reads" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "threads" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "authors" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "mention_revisions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "mentions" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "raw_items" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "tombstones" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "watch_matches" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "watches" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "audit_entries" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "invitations" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "memberships" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "outbox_events" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');--> statement-breakpoint
CREATE POLICY "workspace_wall" ON "live_changes" AS PERMISSIVE FOR ALL TO "passaparola_app" USING (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*') WITH CHECK (workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*');