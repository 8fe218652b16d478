--liquibase formatted sql

--changeset tickets:0110-verbs
-- To whom a ticket was handed over outside, into which number it was merged and from which status, why it was cancelled,
-- and of which misrouted one it is the new beginning.
alter table ticket add column vendor text;
alter table ticket add column merged_into integer;
alter table ticket add column merged_from text;
alter table ticket add column cancel_reason text;
alter table ticket add column origin uuid;
create unique index on ticket (tenant_id, origin);
create index on ticket (tenant_id, id) where cancel_reason = 'MISROUTED';
call fence('ticket', 'select, insert, update');
