--liquibase formatted sql

--changeset reports:0131-adjustment
-- What somebody proposed to count otherwise than it was judged, and what a second person said to it. Nothing of it is ever changed.
create table adjustment (
  tenant_id   integer not null,
  id          uuid not null,
  ticket_id   uuid not null,
  kind        text not null,
  instance    integer not null,
  was         text check (was in ('met', 'missed')),
  was_due_at  timestamptz,
  verdict     text not null check (verdict in ('met', 'missed', 'excluded', 'unjudged')),
  due_at      timestamptz,
  judged_at   timestamptz not null,
  basis       text not null check (basis in ('hand', 'then', 'now')),
  reason      text not null,
  proposed_at timestamptz not null,
  person_id   integer not null,
  by_user     text not null,
  by_name     text not null,
  primary key (tenant_id, id)
) partition by list (tenant_id);
create index on adjustment (tenant_id, ticket_id);
call fence('adjustment', 'select, insert');
insert into tie values ('adjustment', 'ticket_id', 'ticket');

--changeset reports:0131-decision
create table adjustment_decision (
  tenant_id     integer not null,
  adjustment_id uuid not null,
  approved      boolean not null,
  note          text,
  at            timestamptz not null,
  person_id     integer not null,
  by_user       text not null,
  by_name       text not null,
  primary key (tenant_id, adjustment_id)
) partition by list (tenant_id);
create index on adjustment_decision (tenant_id, at) where approved;
call fence('adjustment_decision', 'select, insert');
insert into tie values ('adjustment_decision', 'adjustment_id', 'adjustment');

--changeset reports:0131-leaves runInTransaction:false
call partition_all(null, true);
