--liquibase formatted sql

--changeset tickets:0103-clock-used
-- By how much business time a stopped clock was over, for the reports
alter table clock add column budget bigint;
alter table clock add column consumed bigint;
call fence('clock');
