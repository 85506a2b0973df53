-- No query looks for rows by these columns in a way that statistics would help: gathering them took three quarters of each look at mentions.
ALTER TABLE "mentions" ALTER COLUMN "revision" SET STATISTICS 0, ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "quoted" SET STATISTICS 0, ALTER COLUMN "content_warning" SET STATISTICS 0, ALTER COLUMN "rating" SET STATISTICS 0, ALTER COLUMN "url" SET STATISTICS 0, ALTER COLUMN "references" SET STATISTICS 0, ALTER COLUMN "links" SET STATISTICS 0, ALTER COLUMN "media" SET STATISTICS 0, ALTER COLUMN "content_hash" SET STATISTICS 0, ALTER COLUMN "reply_context" SET STATISTICS 0, ALTER COLUMN "reading" SET STATISTICS 0, ALTER COLUMN "edited_at" SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE "raw_items" ALTER COLUMN "content_type" SET STATISTICS 0, ALTER COLUMN "encoding" SET STATISTICS 0, ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "context" SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE "threads" ALTER COLUMN "subject" SET STATISTICS 0, ALTER COLUMN "author_name" SET STATISTICS 0, ALTER COLUMN "author_handle" SET STATISTICS 0, ALTER COLUMN "author_avatar_url" SET STATISTICS 0, ALTER COLUMN "preview" SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE "authors" ALTER COLUMN "url" SET STATISTICS 0, ALTER COLUMN "avatar_url" SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE "identities" ALTER COLUMN "url" SET STATISTICS 0, ALTER COLUMN "avatar_url" SET STATISTICS 0, ALTER COLUMN "avatar_hash" SET STATISTICS 0;
