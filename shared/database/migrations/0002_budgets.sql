CREATE TABLE "budget_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" uuid NOT NULL,
	"windows" text[] NOT NULL,
	"granted" numeric(30, 12) DEFAULT '0' NOT NULL,
	"spent" numeric(30, 12) DEFAULT '0' NOT NULL,
	"released" numeric(30, 12) DEFAULT '0' NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "budget_holds_sums" CHECK ("budget_holds"."granted" >= "budget_holds"."released" and "budget_holds"."released" >= 0)
);
--> statement-breakpoint
CREATE TABLE "budget_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"id" text NOT NULL,
	"period" text NOT NULL,
	"start" date NOT NULL,
	"spent" numeric(30, 12) DEFAULT '0' NOT NULL,
	"held" numeric(30, 12) DEFAULT '0' NOT NULL,
	"presumed" numeric(30, 12) DEFAULT '0' NOT NULL,
	"contended_until" timestamp with time zone,
	CONSTRAINT "budget_windows_sums" CHECK ("budget_windows"."spent" >= 0 and "budget_windows"."held" >= 0 and "budget_windows"."presumed" >= 0)
);
--> statement-breakpoint
CREATE INDEX "budget_holds_expires" ON "budget_holds" USING btree ("state","expires_at");--> statement-breakpoint
CREATE INDEX "budget_windows_period" ON "budget_windows" USING btree ("period","start","scope");