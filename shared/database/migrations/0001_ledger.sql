CREATE TABLE "attempts" (
	"completion_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"trace_id" text,
	"connector" text,
	"account" text NOT NULL,
	"user_id" text,
	"purpose" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"key_number" integer,
	"outcome" text NOT NULL,
	"kind" text,
	"code" text,
	"status" integer,
	"detail" text,
	"hedge" boolean DEFAULT false NOT NULL,
	"ms" integer NOT NULL,
	"first_token_ms" integer,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"cached_input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"reasoning_tokens" integer DEFAULT 0 NOT NULL,
	"estimated" boolean DEFAULT false NOT NULL,
	"cost_usd" numeric(24, 12) DEFAULT '0' NOT NULL,
	"price" jsonb,
	CONSTRAINT "attempts_completion_id_n_pk" PRIMARY KEY("completion_id","n")
);
--> statement-breakpoint
ALTER TABLE "completions" RENAME COLUMN "draft_id" TO "reference";--> statement-breakpoint
DROP INDEX "completions_draft";--> statement-breakpoint
ALTER TABLE "completions" ALTER COLUMN "prompt" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "completions" ALTER COLUMN "cost_usd" SET DATA TYPE numeric(24, 12);--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "trace_id" text;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "connector" text;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "texts_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "skipped" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "degraded" text;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "first_token_ms" integer;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "cached_input_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "completions" ADD COLUMN "reasoning_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_completion_id_completions_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_at" ON "attempts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "completions_reference" ON "completions" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "completions_texts_until" ON "completions" USING btree ("texts_until") WHERE texts_until is not null;--> statement-breakpoint
-- Rows from before there was a ledger. Texts get the same 30 days, and the draft knows which source system asked.
UPDATE "completions" SET "texts_until" = "created_at" + interval '30 days';--> statement-breakpoint
UPDATE "completions" SET "connector" = "drafts"."connector" FROM "drafts" WHERE "drafts"."id"::text = "completions"."reference";--> statement-breakpoint
-- Then only the answering attempt was paid for, and the completion has its figures.
INSERT INTO "attempts" ("completion_id", "n", "at", "connector", "account", "purpose", "provider", "model", "outcome", "detail", "ms", "input_tokens", "output_tokens", "cost_usd", "price")
SELECT c."id", a."n", c."created_at", c."connector", c."account", c."purpose", a."try" ->> 'provider',
	CASE WHEN paid THEN coalesce(c."model", a."try" ->> 'model') ELSE a."try" ->> 'model' END,
	a."try" ->> 'outcome', a."try" ->> 'detail', round((a."try" ->> 'ms')::numeric)::integer,
	CASE WHEN paid THEN c."input_tokens" ELSE 0 END, CASE WHEN paid THEN c."output_tokens" ELSE 0 END,
	CASE WHEN paid THEN c."cost_usd" ELSE 0 END, CASE WHEN paid THEN c."price" END
FROM "completions" c
CROSS JOIN LATERAL jsonb_array_elements(c."attempts") WITH ORDINALITY AS a("try", "n")
CROSS JOIN LATERAL (SELECT a."try" ->> 'outcome' = 'answered' AS paid) AS p;--> statement-breakpoint
ALTER TABLE "completions" DROP COLUMN "attempts";