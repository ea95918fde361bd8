CREATE TABLE "account_policies" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"policy" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	CONSTRAINT "account_policies_connector_account_pk" PRIMARY KEY("connector","account")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"action" text NOT NULL,
	"subject" text,
	"detail" jsonb NOT NULL,
	CONSTRAINT "audit_log_actor" CHECK ("audit_log"."actor_kind" = 'user' or "audit_log"."actor_id" is null)
);
--> statement-breakpoint
CREATE TABLE "draft_people" (
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "draft_people_draft_id_kind_digest_pk" PRIMARY KEY("draft_id","kind","digest")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "host" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "payload_sha256" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "payload_bytes" integer;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "replaced" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "content" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "claims" integer;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "supported" integer;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "forgotten_why" text;--> statement-breakpoint
ALTER TABLE "draft_people" ADD CONSTRAINT "draft_people_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "draft_people_digest" ON "draft_people" USING btree ("digest");