CREATE TABLE "account_rules" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"rules" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	CONSTRAINT "account_rules_connector_account_pk" PRIMARY KEY("connector","account")
);
