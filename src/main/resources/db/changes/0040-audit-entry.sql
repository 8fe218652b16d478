--liquibase formatted sql

--changeset audit:0040-entry
-- The trail: one append-only row for each change and each opening, and so the conversation and history of a ticket.
create table entry (
  tenant_id  integer not null,
  id         uuid not null,
  at         timestamptz not null,
  about      text not null,
  ticket_id  uuid,
  kind       text not null,
  public     boolean not null,
  person_id  integer,
  by_user    text not null,
  by_name    text not null,
  by_side    text not null check (by_side in ('client', 'staff', 'system')),
  channel    text not null,
  body       text,
  detail     text,
  primary key (tenant_id, id)
) partition by list (tenant_id);
create index on entry (tenant_id, ticket_id, at, id);
create index on entry (tenant_id, at);
-- A trail that the application can neither change nor delete
call fence('entry', 'select, insert');
call hide_internal('entry');
