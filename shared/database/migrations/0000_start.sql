CREATE TABLE "completions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" text,
	"account" text NOT NULL,
	"purpose" text NOT NULL,
	"outcome" text NOT NULL,
	"provider" text,
	"model" text,
	"model_written" boolean,
	"prompt" text NOT NULL,
	"answer" text,
	"attempts" jsonb NOT NULL,
	"latency_ms" integer NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_usd" numeric(16, 8) NOT NULL,
	"price" jsonb,
	"cache" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"delivery_id" text NOT NULL,
	"event_type" text,
	"resource_type" text,
	"resource_id" text,
	"ignored_reason" text,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_once" UNIQUE("connector","account","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"revision" text NOT NULL,
	"delivery_id" text NOT NULL,
	"state" text NOT NULL,
	"outcome" jsonb,
	"subject" text DEFAULT '' NOT NULL,
	"customer_name" text,
	"language" text,
	"url" text,
	"text" text,
	"citations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attempts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"provider" text,
	"model" text,
	"model_written" boolean,
	"input_tokens" integer,
	"output_tokens" integer,
	"cost_usd" numeric(16, 8),
	"cache" text,
	"artefact_id" text,
	"audit_id" text,
	"received_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "drafts_once" UNIQUE("connector","account","resource_type","resource_id","revision")
);
--> statement-breakpoint
CREATE INDEX "completions_created" ON "completions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "completions_draft" ON "completions" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "deliveries_received" ON "deliveries" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "drafts_received" ON "drafts" USING btree ("received_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "drafts_state" ON "drafts" USING btree ("state","received_at" DESC NULLS LAST);