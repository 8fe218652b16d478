--liquibase formatted sql

--changeset reports:0132-locked-period
-- A period that was put before the client, with the report as it was given, and each clock that counted in it: it counts nowhere else again.
create table locked_period (
  tenant_id  integer not null,
  id         uuid not null,
  first_day  date not null,
  last_day   date not null,
  begins     timestamptz not null,
  ends       timestamptz not null,
  given      text not null,
  locked_at  timestamptz not null,
  person_id  integer not null,
  by_user    text not null,
  by_name    text not null,
  primary key (tenant_id, id),
  unique (tenant_id, first_day)
) partition by list (tenant_id);
call fence('locked_period', 'select, insert');

--changeset reports:0132-locked-clock
create table locked_clock (
  tenant_id integer not null,
  ticket_id uuid not null,
  kind      text not null,
  instance  integer not null,
  period_id uuid not null,
  priority  text not null,
  verdict   text,
  adjusted  text not null,
  judged_at timestamptz not null,
  primary key (tenant_id, ticket_id, kind, instance)
) partition by list (tenant_id);
create index on locked_clock (tenant_id, judged_at);
call fence('locked_clock', 'select, insert');
insert into tie values ('locked_clock', 'ticket_id', 'ticket'), ('locked_clock', 'period_id', 'locked_period');

--changeset reports:0132-leaves runInTransaction:false
call partition_all(null, true);
