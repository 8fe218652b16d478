--liquibase formatted sql

--changeset tickets:0105-unfinished
-- A ticket's page shows what else is open at its client: some dozen among all that the client ever asked.
create index on ticket (tenant_id, updated_at) where status in ('NEW', 'OPEN', 'PENDING');

--changeset tickets:0105-told-apart
-- A report lists what was missed and counts what was set apart: few among all clocks of a year.
create index on clock (tenant_id, judged_at) where verdict = 'missed';
create index on clock (tenant_id, stopped_at) where promised and state in ('cancelled', 'superseded', 'merged');
