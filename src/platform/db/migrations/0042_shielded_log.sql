-- The log of what programs were told names conversations, and what an address answered may repeat their words.
create policy "shield" on "webhook_messages" as restrictive for select to passaparola_shielded
  using (
    not exists (select from passaparola_hidden_threads() h(id) where data::text like '%' || h.id::text || '%')
    and not exists (select from passaparola_hidden_items() h where data::text like '%' || h.id::text || '%')
  );
