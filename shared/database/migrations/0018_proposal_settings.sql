CREATE TABLE "account_proposal_settings" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"settings" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	CONSTRAINT "account_proposal_settings_connector_account_pk" PRIMARY KEY("connector","account")
);
--> statement-breakpoint
CREATE TABLE "proposal_template_files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_template_revisions" (
	"template_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"locale" text,
	"terms" text NOT NULL,
	"next_steps" text NOT NULL,
	"hints" jsonb NOT NULL,
	"document" text,
	"logo" text,
	"at" timestamp with time zone NOT NULL,
	"by" text,
	CONSTRAINT "proposal_template_revisions_template_id_revision_pk" PRIMARY KEY("template_id","revision")
);
--> statement-breakpoint
CREATE TABLE "proposal_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"revision" integer NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_card_items" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"sku" text NOT NULL,
	"currency" text NOT NULL,
	"name" text NOT NULL,
	"price" numeric NOT NULL,
	"valid_until" date,
	CONSTRAINT "rate_card_items_connector_account_sku_currency_pk" PRIMARY KEY("connector","account","sku","currency")
);
--> statement-breakpoint
ALTER TABLE "proposal_template_revisions" ADD CONSTRAINT "proposal_template_revisions_document_proposal_template_files_sha256_fk" FOREIGN KEY ("document") REFERENCES "public"."proposal_template_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_template_revisions" ADD CONSTRAINT "proposal_template_revisions_logo_proposal_template_files_sha256_fk" FOREIGN KEY ("logo") REFERENCES "public"."proposal_template_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_template_revisions" ADD CONSTRAINT "proposal_template_revisions_template_id_proposal_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."proposal_templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_templates_account" ON "proposal_templates" USING btree ("connector","account");