CREATE TABLE "library_documents" (
	"id" serial PRIMARY KEY NOT NULL,
	"shelf_id" integer NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"source_id" text NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"brand" text,
	"visibility" text NOT NULL,
	"topic" text,
	"updated_at" timestamp with time zone NOT NULL,
	"listing" integer NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "library_documents_once" UNIQUE("connector","account","kind","source_id","locale")
);
--> statement-breakpoint
CREATE TABLE "library_passages" (
	"id" serial PRIMARY KEY NOT NULL,
	"document_id" integer NOT NULL,
	"shelf_id" integer NOT NULL,
	"heading" text,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"internal" boolean NOT NULL,
	"brand" text,
	"topic" text,
	"length" real NOT NULL,
	"words" text NOT NULL,
	"stems" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "library_readings" (
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"cursor" text,
	"listing" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"running_since" timestamp with time zone,
	"stepped_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "library_readings_connector_account_kind_pk" PRIMARY KEY("connector","account","kind")
);
--> statement-breakpoint
CREATE TABLE "library_shelves" (
	"id" serial PRIMARY KEY NOT NULL,
	"connector" text NOT NULL,
	"account" text NOT NULL,
	"language" text NOT NULL,
	"passages" integer DEFAULT 0 NOT NULL,
	"length" double precision DEFAULT 0 NOT NULL,
	CONSTRAINT "library_shelves_once" UNIQUE("connector","account","language")
);
--> statement-breakpoint
CREATE TABLE "library_terms" (
	"shelf_id" integer NOT NULL,
	"term" text NOT NULL,
	"passages" integer NOT NULL,
	"titles" integer NOT NULL,
	CONSTRAINT "library_terms_shelf_id_term_pk" PRIMARY KEY("shelf_id","term")
);
--> statement-breakpoint
CREATE TABLE "library_topics" (
	"shelf_id" integer NOT NULL,
	"name" text NOT NULL,
	"words" text[] NOT NULL,
	"passages" integer NOT NULL,
	CONSTRAINT "library_topics_shelf_id_name_pk" PRIMARY KEY("shelf_id","name")
);
--> statement-breakpoint
CREATE TABLE "library_vectors" (
	"passage_id" integer NOT NULL,
	"model" text NOT NULL,
	"dimensions" smallint NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "library_vectors_passage_id_model_pk" PRIMARY KEY("passage_id","model")
);
--> statement-breakpoint
CREATE TABLE "library_words" (
	"shelf_id" integer NOT NULL,
	"word" text NOT NULL,
	"stem" text NOT NULL,
	"grams" integer[] NOT NULL,
	CONSTRAINT "library_words_shelf_id_word_pk" PRIMARY KEY("shelf_id","word")
);
--> statement-breakpoint
ALTER TABLE "library_documents" ADD CONSTRAINT "library_documents_shelf_id_library_shelves_id_fk" FOREIGN KEY ("shelf_id") REFERENCES "public"."library_shelves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_passages" ADD CONSTRAINT "library_passages_document_id_library_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."library_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_vectors" ADD CONSTRAINT "library_vectors_passage_id_library_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."library_passages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_documents_listing" ON "library_documents" USING btree ("connector","account","kind","listing");--> statement-breakpoint
CREATE INDEX "library_passages_document" ON "library_passages" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "library_passages_stems" ON "library_passages" USING gin ("stems");--> statement-breakpoint
CREATE INDEX "library_passages_topic" ON "library_passages" USING btree ("shelf_id","topic") WHERE topic is not null;--> statement-breakpoint
CREATE INDEX "library_topics_words" ON "library_topics" USING gin ("words");--> statement-breakpoint
CREATE INDEX "library_words_grams" ON "library_words" USING gin ("grams");