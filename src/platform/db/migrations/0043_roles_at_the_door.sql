-- What a person may do in a company is asked ahead of every request: in one statement, without a transaction that first says which company
-- it sees. The function is the owner of the tables and gives nothing but the roles of this one person in this one company.
create function passaparola_roles(here uuid, who uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select m.roles from public.memberships m where m.workspace_id = here and m.person_id = who and m.ended_at is null
$$;
