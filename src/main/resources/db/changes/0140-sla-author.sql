--liquibase formatted sql

--changeset sla:0140-author
-- Who made a version. Null for those of earlier days: the trail has them.
alter table sla_calendar add column made_by text;
alter table sla_policy add column made_by text;
call fence('sla_calendar', 'select, insert');
call fence('sla_policy', 'select, insert');
