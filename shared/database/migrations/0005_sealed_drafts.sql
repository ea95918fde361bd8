-- Words of drafts move to where they rest sealed. SQL has no keys: marked as `plain.`, they are sealed at the next start.
UPDATE "drafts" SET
	"about" = CASE WHEN "subject" <> '' OR "customer_name" IS NOT NULL THEN
		'plain.' || json_build_object('subject', "subject", 'customerName', "customer_name")::text END,
	"content" = CASE WHEN "text" IS NOT NULL OR "citations" <> '[]' THEN
		'plain.' || json_build_object('text', "text", 'citations', "citations", 'check', NULL)::text END;--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "subject";--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "customer_name";--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "text";--> statement-breakpoint
ALTER TABLE "drafts" DROP COLUMN "citations";