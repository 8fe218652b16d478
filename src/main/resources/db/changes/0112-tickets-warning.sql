--liquibase formatted sql

--changeset tickets:0112-warning
-- That staff were told of a promise that comes near its due instant, and at which due instant: once, and anew only for a later one.
create table warning (
  tenant_id integer not null,
  ticket_id uuid not null,
  kind      text not null,
  instance  integer not null,
  warning   text not null,
  due_at    timestamptz not null,
  given_at  timestamptz not null,
  primary key (tenant_id, ticket_id, kind, instance, warning)
) partition by list (tenant_id);
call fence('warning', 'select, insert, update');
insert into tie values ('warning', 'ticket_id', 'ticket');

--changeset tickets:0112-cause
-- Why a promise was broken, in a code of the reports, by whoever touched the ticket next.
create table cause (
  tenant_id integer not null,
  ticket_id uuid not null,
  kind      text not null,
  instance  integer not null,
  code      text not null,
  note      text,
  at        timestamptz not null,
  by_name   text not null,
  primary key (tenant_id, ticket_id, kind, instance)
) partition by list (tenant_id);
call fence('cause', 'select, insert, update');
insert into tie values ('cause', 'ticket_id', 'ticket');

--changeset tickets:0112-queue
-- By when the requester was promised the next word, and of what staff were warned last.
alter table queue add column word_at timestamptz;
alter table queue add column warned_at timestamptz;
alter table queue add column warned text;
create index on queue (warned_at) where warned_at is not null;

--changeset tickets:0112-leaves runInTransaction:false
call partition_all(null, true);
