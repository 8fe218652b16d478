--liquibase formatted sql

--changeset reports:0130-counted
-- A report counts the clocks of its period from the index alone; what it leaves out and what it must know besides is few.
drop index clock_tenant_id_judged_at_idx;
create index clock_counted on clock (tenant_id, judged_at) include (kind, priority, verdict)
  where promised and verdict is not null and state <> 'superseded';
create index happening_misrouted on happening (tenant_id, ticket_id) where type = 'cancel' and reason = 'misrouted';
