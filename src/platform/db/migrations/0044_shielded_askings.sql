-- A question hangs from what it answers: it goes wherever that goes when conversations are joined or divided, and is hidden with it.
drop policy "shield" on "askings";
--> statement-breakpoint
create policy "shield" on "askings" as restrictive for select to passaparola_shielded
  using (thread_id not in (select passaparola_hidden_threads()) and mention_id not in (select h.id from passaparola_hidden_items() h));
