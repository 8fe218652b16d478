--liquibase formatted sql

--changeset identity:0022-staff
-- Who may be given a ticket is asked on every ticket's page: some hundred staff are not to be looked for among all clients' people.
create index on person (name) where side = 'staff';
