--liquibase formatted sql

--changeset tickets:0191-clock-policy
-- By what a clock was reckoned last, so that the trail can say which edit moved what is due. Null for those of earlier days.
alter table clock add column policy text;
alter table clock add column policy_version integer;
call fence('clock');
