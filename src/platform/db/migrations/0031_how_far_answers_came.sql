ALTER TABLE "replies" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "read_at" timestamp with time zone;