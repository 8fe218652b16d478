--liquibase formatted sql

--changeset tickets:0193-queue-order
-- In the order of the desk, one client after the other, and with all that the counts ask for: neither sorts nor opens the rows.
create index queue_order on queue (tenant_id, coalesce(due_at, 'infinity'), number) include (due_at, assignee_id);
drop index queue_tenant_id_due_at_idx;
