ALTER TABLE "workspaces" ALTER COLUMN "register" SET DEFAULT 'same';--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "suggestion_id" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "suggestion_id" uuid;--> statement-breakpoint
CREATE INDEX "assistant_drafts_mention" ON "assistant_drafts" USING btree ("workspace_id","mention_id");--> statement-breakpoint
ALTER TABLE "understanding_settings" DROP COLUMN "register";