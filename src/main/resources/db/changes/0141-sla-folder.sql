--liquibase formatted sql

--changeset sla:0141-folder
-- What the folder said of each calendar and policy when it was applied last (JSON, as there): whatever stands otherwise was changed by hand.
create table sla_folder (
  tenant_id integer not null,
  id        uuid not null,
  version   integer not null,
  kind      text not null check (kind in ('calendar', 'policy')),
  name      text not null,
  document  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, name)
) partition by list (tenant_id);
call fence('sla_folder', 'select, insert, update');

--changeset sla:0141-leaves runInTransaction:false
call partition_all(null, true);
