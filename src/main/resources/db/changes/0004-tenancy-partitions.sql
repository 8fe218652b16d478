--liquibase formatted sql

--changeset tenancy:0004-tie
-- Which column of which partitioned table points at which: foreign keys stand leaf to leaf, never between parents.
create table tie (child text not null, child_column text not null, parent text not null, primary key (child, child_column));

--changeset tenancy:0004-partition splitStatements:false
-- Gives one tenant its leaf of one table. The leaf is reached through the parent only: row-level security without a policy, no grant.
create procedure partition_one(tenant integer, parent text) language plpgsql as $$
declare
  home text := format('tenant_%s', lpad(tenant::text, 6, '0'));
begin
  execute format('create schema if not exists %I', home);
  execute format('create table %I.%I (like public.%I including all, constraint stall check (tenant_id = %s))', home, parent, parent, tenant);
  execute format('alter table %I.%I enable row level security', home, parent);
  for attempt in 1..40 loop
    begin
      -- ATTACH waits for long readers while everyone else queues behind it: give way and come back
      perform set_config('lock_timeout', '250ms', true);
      execute format('alter table public.%I attach partition %I.%I for values in (%s)', parent, home, parent, tenant);
      perform set_config('lock_timeout', '0', true);
      exit;
    exception when lock_not_available then
      if attempt = 40 then raise; end if;
      perform pg_sleep(0.05 * attempt);
    end;
  end loop;
  execute format('alter table %I.%I drop constraint stall', home, parent);
end $$;

--changeset tenancy:0004-tie-leaves splitStatements:false
-- Adds the foreign keys that the leaves of one tenant lack. Idempotent.
create procedure tie_leaves(tenant integer) language plpgsql as $$
declare
  home text := format('tenant_%s', lpad(tenant::text, 6, '0'));
  tied record;
begin
  for tied in
    select t.child, t.child_column, t.parent, t.child || '_' || t.child_column || '_fkey' as name
    from tie t
    join pg_class c on c.relname = t.child and c.relnamespace = to_regnamespace(home)
    join pg_class p on p.relname = t.parent and p.relnamespace = c.relnamespace
    where not exists (select from pg_constraint k where k.conrelid = c.oid and k.conname = t.child || '_' || t.child_column || '_fkey')
    order by t.child, t.child_column
  loop
    execute format('alter table %I.%I add constraint %I foreign key (tenant_id, %I) references %I.%I (tenant_id, id)',
      home, tied.child, tied.name, tied.child_column, home, tied.parent);
  end loop;
end $$;

--changeset tenancy:0004-partition-all splitStatements:false
-- Makes every leaf that is missing. A migration over many tenants commits after each, since one transaction runs out of locks. Idempotent.
create procedure partition_all(only_tenant integer default null, each_commits boolean default true) language plpgsql as $$
declare
  missing record;
begin
  for missing in
    select t.tenant_id, c.relname::text as parent
    from tenant t
    cross join pg_class c
    join pg_partitioned_table p on p.partrelid = c.oid
    where c.relnamespace = 'public'::regnamespace
      and (only_tenant is null or t.tenant_id = only_tenant)
      and not exists (select from pg_class l join pg_namespace n on n.oid = l.relnamespace
                      where n.nspname = 'tenant_' || lpad(t.tenant_id::text, 6, '0') and l.relname = c.relname)
    order by t.tenant_id, c.oid
  loop
    call partition_one(missing.tenant_id, missing.parent);
    if each_commits then commit; end if;
  end loop;
  for missing in select t.tenant_id from tenant t where only_tenant is null or t.tenant_id = only_tenant order by t.tenant_id loop
    call tie_leaves(missing.tenant_id);
    if each_commits then commit; end if;
  end loop;
end $$;

--changeset tenancy:0004-found-tenant splitStatements:false
create function found_tenant(slug text, prefix text, name text, zone text, locale text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  born integer;
begin
  insert into tenant (slug, prefix, name, zone, locale)
    values (found_tenant.slug, found_tenant.prefix, found_tenant.name, found_tenant.zone, found_tenant.locale)
    returning tenant_id into born;
  call partition_all(born, false);
  return born;
end $$;
revoke all on function found_tenant(text, text, text, text, text) from public;
grant execute on function found_tenant(text, text, text, text, text) to roundhouse_app;
revoke all on procedure fence(text, text) from public;
revoke all on procedure hide_internal(text) from public;
revoke all on procedure partition_one(integer, text) from public;
revoke all on procedure tie_leaves(integer) from public;
revoke all on procedure partition_all(integer, boolean) from public;
