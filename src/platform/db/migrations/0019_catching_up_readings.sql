ALTER TABLE "understanding_settings" ADD COLUMN "caught_up_to" uuid;--> statement-breakpoint
ALTER TABLE "understanding_settings" ADD COLUMN "caught_up_at" timestamp with time zone;