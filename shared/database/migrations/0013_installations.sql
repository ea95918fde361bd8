CREATE TABLE "consent_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"bound_to" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"given" jsonb NOT NULL,
	"identity" text,
	"artefacts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"token_ends_at" timestamp with time zone,
	"connected_at" timestamp with time zone,
	"connected_by" text,
	"sidebar_secret_at" timestamp with time zone,
	"sidebar_seen_at" timestamp with time zone,
	"renewing_by" uuid,
	"renewing_until" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installations_connector_account_pk" PRIMARY KEY("connector","account")
);
--> statement-breakpoint
CREATE TABLE "rate_windows" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"bucket" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "rate_windows_connector_account_bucket_pk" PRIMARY KEY("connector","account","bucket"),
	CONSTRAINT "rate_windows_used" CHECK ("rate_windows"."used" >= 0)
);
--> statement-breakpoint
CREATE INDEX "consent_requests_expires" ON "consent_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "rate_windows_ends" ON "rate_windows" USING btree ("ends_at");