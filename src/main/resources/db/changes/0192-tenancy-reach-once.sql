--liquibase formatted sql

--changeset tenancy:0192-fence splitStatements:false
-- As before, but the reach is asked for once a statement: a stable function in a policy is called for every row, and reads its list from text each time.
create or replace procedure fence(parent text, verbs text default 'select, insert, update, delete') language plpgsql as $$
begin
  perform set_config('client_min_messages', 'warning', true);
  execute format('alter table public.%I enable row level security', parent);
  execute format('alter table public.%I force row level security', parent);
  execute format('drop policy if exists keeper on public.%I', parent);
  execute format('drop policy if exists reading on public.%I', parent);
  execute format('drop policy if exists adding on public.%I', parent);
  execute format('drop policy if exists changing on public.%I', parent);
  execute format('drop policy if exists removing on public.%I', parent);
  -- FORCE binds the owner too: without this policy its backfills would touch nothing and its foreign keys would be valid over rows it never saw
  execute format('create policy keeper on public.%I to roundhouse_owner using (true) with check (true)', parent);
  execute format('create policy reading on public.%I for select to roundhouse_app using (tenant_id = any ((select app_reach())::integer[]))', parent);
  execute format('create policy adding on public.%I for insert to roundhouse_app with check (tenant_id = app_tenant())', parent);
  execute format('create policy changing on public.%I for update to roundhouse_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant())', parent);
  execute format('create policy removing on public.%I for delete to roundhouse_app using (tenant_id = app_tenant())', parent);
  execute format('revoke all on public.%I from roundhouse_app', parent);
  execute format('grant %s on public.%I to roundhouse_app', verbs, parent);
end $$;

--changeset tenancy:0192-reading splitStatements:false
do $$
declare
  parent text;
begin
  for parent in select tablename from pg_policies where schemaname = 'public' and policyname = 'reading' order by tablename loop
    execute format('alter policy reading on public.%I using (tenant_id = any ((select app_reach())::integer[]))', parent);
  end loop;
end $$;
