DROP INDEX "contact_ties_b";--> statement-breakpoint
CREATE INDEX "contact_ties_strongest_a" ON "contact_ties" USING btree ("workspace_id","a",(intensity_ab + intensity_ba) desc);--> statement-breakpoint
CREATE INDEX "contact_ties_strongest_b" ON "contact_ties" USING btree ("workspace_id","b",(intensity_ab + intensity_ba) desc);--> statement-breakpoint
CREATE INDEX "contacts_closest" ON "contacts" USING btree ("workspace_id",(in_count + out_count) desc,"id") WHERE usual_days is not null and merged_into is null;