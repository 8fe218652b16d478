--liquibase formatted sql

--changeset tenancy:0002-fence splitStatements:false
-- Fences a table with a tenant_id: forced row-level security, one policy per command, grants for the application.
-- Idempotent. A change that adds a column calls it again, since grants do not follow. "verbs" are the commands that the application may use.
create procedure fence(parent text, verbs text default 'select, insert, update, delete') language plpgsql as $$
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
  execute format('create policy reading on public.%I for select to roundhouse_app using (tenant_id = any (app_reach()))', parent);
  execute format('create policy adding on public.%I for insert to roundhouse_app with check (tenant_id = app_tenant())', parent);
  execute format('create policy changing on public.%I for update to roundhouse_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant())', parent);
  execute format('create policy removing on public.%I for delete to roundhouse_app using (tenant_id = app_tenant())', parent);
  execute format('revoke all on public.%I from roundhouse_app', parent);
  execute format('grant %s on public.%I to roundhouse_app', verbs, parent);
end $$;

--changeset tenancy:0002-hidden-from-clients splitStatements:false
-- For a table with a column "public": whoever works on the client's side never sees a row that is not.
create procedure hide_internal(parent text) language plpgsql as $$
begin
  perform set_config('client_min_messages', 'warning', true);
  execute format('drop policy if exists internal on public.%I', parent);
  execute format('create policy internal on public.%I as restrictive for select to roundhouse_app using (public or app_side() <> ''client'')', parent);
end $$;
