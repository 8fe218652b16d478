--liquibase formatted sql

--changeset files:0057-attachment
-- What is told of a file; its bytes lie in the file store under store_key. Never changed.
create table attachment (
  tenant_id integer not null,
  id        uuid not null,
  version   integer not null,
  ticket_id uuid not null,
  entry_id  uuid not null,
  name      text not null,
  type      text not null,
  size      bigint not null,
  sha256    text not null,
  store_key text not null,
  public    boolean not null,
  by_user   text not null,
  at        timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, store_key)
) partition by list (tenant_id);
create index on attachment (tenant_id, ticket_id);
create index on attachment (tenant_id, entry_id);
call fence('attachment', 'select, insert');
call hide_internal('attachment');
insert into tie values ('attachment', 'entry_id', 'entry'), ('attachment', 'ticket_id', 'ticket');

--changeset files:0057-shelf
-- How much of its quota a client has used, in bytes. Whoever adds a file holds this row, so that limits hold in parallel.
create table shelf (
  tenant_id integer primary key references tenant on delete cascade,
  used      bigint not null default 0 check (used >= 0)
);
call fence('shelf', 'select, insert, update');

--changeset files:0057-attachment-partitions runInTransaction:false
call partition_all(null, true);
