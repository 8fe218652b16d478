--liquibase formatted sql

--changeset tickets:0197-queue-due
-- PostgreSQL 18 skips from one due instant to the next in it, and plans that are kept took it for all of a client's rows where they wanted the newest
-- alone. Nothing asks for what is due whoever's it is.
drop index queue_due_at_tenant_id_idx;
