--liquibase formatted sql

--changeset assets:0080-asset
create table asset (
  tenant_id     integer not null,
  id            uuid not null,
  version       integer not null,
  tag           text not null,
  type          text not null,
  name          text not null,
  serial        text,
  vendor        text,
  model         text,
  owner         text,
  location      text,
  warranty_ends date,
  remote        text,
  notes         text,
  words         text not null,
  primary key (tenant_id, id),
  unique (tenant_id, tag)
) partition by list (tenant_id);
create index on asset (tenant_id, owner);
call fence('asset', 'select, insert, update');

--changeset assets:0080-configuration
-- What the documentation of a client's environment says. fields: JSON, a flat object of texts.
create table configuration (
  tenant_id   integer not null,
  id          uuid not null,
  version     integer not null,
  slug        text not null,
  type        text not null,
  name        text not null,
  fields      text not null,
  assets      text[] not null,
  categories  text[] not null,
  verified_on date,
  verified_by text,
  words       text not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
) partition by list (tenant_id);
call fence('configuration', 'select, insert, update');

--changeset assets:0080-partitions runInTransaction:false
call partition_all(null, true);
