--liquibase formatted sql

--changeset sla:0060-versions
-- Immutable versions of calendars and policies as sla.yaml wrote them (JSON). "provider" tells the provider's terms, copied to each client
-- because a unit of work inside one client reads nothing else.
create table sla_calendar (
  tenant_id  integer not null,
  id         uuid not null,
  provider   boolean not null,
  name       text not null,
  version    integer not null check (version > 0),
  document   text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, provider, name, version)
) partition by list (tenant_id);
call fence('sla_calendar', 'select, insert');
create table sla_policy (
  tenant_id  integer not null,
  id         uuid not null,
  provider   boolean not null,
  name       text not null,
  version    integer not null check (version > 0),
  document   text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, provider, name, version)
) partition by list (tenant_id);
call fence('sla_policy', 'select, insert');

--changeset sla:0060-leaves runInTransaction:false
call partition_all(null, true);
