CREATE TABLE "proposal_operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"joined" text[] DEFAULT '{}'::text[] NOT NULL,
	"what" text NOT NULL,
	"user_id" text,
	"request" text NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"version" integer,
	"problem" text,
	"detail" text,
	"callbacks" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_operations_once" UNIQUE("proposal_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_people" (
	"proposal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "proposal_people_proposal_id_kind_digest_pk" PRIMARY KEY("proposal_id","kind","digest")
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"operation_id" uuid NOT NULL,
	"how" text NOT NULL,
	"user_id" text,
	"revision" text NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"locale" text NOT NULL,
	"total" text NOT NULL,
	"largest" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"model_written" boolean NOT NULL,
	"cost_usd" numeric(16, 8) NOT NULL,
	"completions" text[] NOT NULL,
	"refused" integer NOT NULL,
	"edited" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_versions_proposal_id_number_pk" PRIMARY KEY("proposal_id","number"),
	CONSTRAINT "proposal_versions_operation" UNIQUE("operation_id"),
	CONSTRAINT "proposal_versions_number" CHECK ("proposal_versions"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "proposal_writes" (
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"artefact_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"url" text,
	"started_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "proposal_writes_proposal_id_number_kind_pk" PRIMARY KEY("proposal_id","number","kind")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"about" text,
	"url" text,
	"asked_at" timestamp with time zone NOT NULL,
	"stage_then" text,
	"stage_now" text,
	"stage_outcome" text,
	"sent_at" timestamp with time zone,
	"followed_at" timestamp with time zone,
	"gone" boolean DEFAULT false NOT NULL,
	"forgotten_at" timestamp with time zone,
	"forgotten_why" text,
	CONSTRAINT "proposals_deal" UNIQUE("connector","account","resource_type","resource_id")
);
--> statement-breakpoint
ALTER TABLE "proposal_operations" ADD CONSTRAINT "proposal_operations_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_people" ADD CONSTRAINT "proposal_people_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_writes" ADD CONSTRAINT "proposal_writes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_operations_one_running" ON "proposal_operations" USING btree ("proposal_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "proposal_operations_expires" ON "proposal_operations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "proposal_people_digest" ON "proposal_people" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "proposal_versions_created" ON "proposal_versions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "proposal_writes_done" ON "proposal_writes" USING btree ("kind","done_at");--> statement-breakpoint
CREATE INDEX "proposals_asked" ON "proposals" USING btree ("asked_at");