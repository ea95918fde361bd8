ALTER TABLE "drafts" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "asked_at" timestamp with time zone;