--liquibase formatted sql

--changeset tickets:0194-arrivals
-- By client first: what came just now at clients out of reach is not even looked at.
drop index queue_arrivals;
create index queue_arrivals on queue (tenant_id, created_at) where status = 'NEW' and assignee_id is null;

--changeset tickets:0194-queue-order
-- Apart: with what the counts ask for in it, the one in order was larger than the primary key, and the planner read and sorted whole clients by that.
drop index queue_order;
create index queue_order on queue (tenant_id, coalesce(due_at, 'infinity'), number);
create index queue_counts on queue (tenant_id, due_at) include (assignee_id);
