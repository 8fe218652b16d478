--liquibase formatted sql

--changeset knowledge:0090-article
-- public: what a client's own people may read; hide_internal looks at it.
create table article (
  tenant_id  integer not null,
  id         uuid not null,
  version    integer not null,
  slug       text not null,
  title      text not null,
  audience   text not null check (audience in ('internal', 'client', 'everyone')),
  category   text,
  review     date,
  body       text not null,
  words      text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  public     boolean not null generated always as (audience <> 'internal') stored,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
) partition by list (tenant_id);
create index on article (tenant_id, category);
call fence('article', 'select, insert, update');
call hide_internal('article');

--changeset knowledge:0090-partitions runInTransaction:false
call partition_all(null, true);
