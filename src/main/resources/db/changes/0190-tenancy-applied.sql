--liquibase formatted sql

--changeset tenancy:0190-applied
-- When the folder was applied to this tenant last, and by whom as sentences name them.
alter table tenant add column applied_at timestamptz;
alter table tenant add column applied_by text;
call fence('tenant', 'select, update');
