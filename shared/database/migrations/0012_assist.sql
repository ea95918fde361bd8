CREATE TABLE "assist_operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"request_id" text NOT NULL,
	"joined" text[] DEFAULT '{}'::text[] NOT NULL,
	"what" text NOT NULL,
	"agent_id" text NOT NULL,
	"request" text NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"result" text,
	"failure" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "assist_operations_once" UNIQUE("connector","account","resource_type","resource_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "draft_ratings" (
	"draft_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agent_id" text NOT NULL,
	"good" boolean NOT NULL,
	"reasons" text[] NOT NULL,
	"comment" text,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_ratings_draft_id_version_agent_id_pk" PRIMARY KEY("draft_id","version","agent_id")
);
--> statement-breakpoint
CREATE TABLE "draft_versions" (
	"draft_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"operation_id" uuid NOT NULL,
	"how" text NOT NULL,
	"agent_id" text NOT NULL,
	"content" text NOT NULL,
	"language" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"model_written" boolean NOT NULL,
	"cost_usd" numeric(16, 8) NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_versions_draft_id_number_pk" PRIMARY KEY("draft_id","number"),
	CONSTRAINT "draft_versions_operation" UNIQUE("operation_id"),
	CONSTRAINT "draft_versions_number" CHECK ("draft_versions"."number" >= 2)
);
--> statement-breakpoint
CREATE TABLE "insertions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agent_id" text NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft_ratings" ADD CONSTRAINT "draft_ratings_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_versions" ADD CONSTRAINT "draft_versions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insertions" ADD CONSTRAINT "insertions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assist_operations_one_text" ON "assist_operations" USING btree ("connector","account","resource_type","resource_id") WHERE state = 'running' and what not in ('translate', 'summarise');--> statement-breakpoint
CREATE INDEX "assist_operations_created" ON "assist_operations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "draft_ratings_rated" ON "draft_ratings" USING btree ("rated_at");--> statement-breakpoint
CREATE INDEX "insertions_draft" ON "insertions" USING btree ("draft_id");