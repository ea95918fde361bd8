CREATE TABLE "acceptances" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"version" integer,
	"verdict" text NOT NULL,
	"kept" real,
	"added" real,
	"edits" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"asked_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"reply_id" text,
	"agent_id" text,
	"learnt_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptances_learnt" ON "acceptances" USING btree ("learnt_at");