ALTER TABLE "watches" ADD COLUMN "query" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "about" text DEFAULT 'company' NOT NULL;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "balancing" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "basis_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "watches" w SET "basis_at" = w."created_at", "query" =
  CASE WHEN jsonb_array_length(w."except") = 0 OR t."any" = '' THEN t."any" ELSE '(' || t."any" || ') AND NOT (' || t."none" || ')' END
FROM (
  SELECT "workspace_id", "id",
    coalesce((SELECT string_agg('"' || translate(e, '"“”„«»', '      ') || '"', ' OR ' ORDER BY n) FROM jsonb_array_elements_text("terms") WITH ORDINALITY AS a(e, n)), '') AS "any",
    (SELECT string_agg('"' || translate(e, '"“”„«»', '      ') || '"', ' OR ' ORDER BY n) FROM jsonb_array_elements_text("except") WITH ORDINALITY AS a(e, n)) AS "none"
  FROM "watches"
) t
WHERE t."workspace_id" = w."workspace_id" AND t."id" = w."id";
