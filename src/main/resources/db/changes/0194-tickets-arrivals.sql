--liquibase formatted sql

--changeset tickets:0194-arrivals
-- By client first: what came just now at clients out of reach is not even looked at.
drop index queue_arrivals;
create index queue_arrivals on queue (tenant_id, created_at) where status = 'NEW' and assignee_id is null;
