--liquibase formatted sql

--changeset tenancy:0195-edition
-- Counts the changes of what others remember of this tenant, so that they learn from the address book when to read it again.
alter table tenant add column edition integer not null default 1;
call fence('tenant', 'select, update');
