ALTER TABLE "watches" DROP COLUMN "terms";--> statement-breakpoint
ALTER TABLE "watches" DROP COLUMN "except";