--liquibase formatted sql

--changeset tickets:0192-arrivals
-- What has just come and nobody has: asked for with every look at the queue, and always few.
create index queue_arrivals on queue (created_at) where status = 'NEW' and assignee_id is null;
