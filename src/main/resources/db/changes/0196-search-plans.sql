--liquibase formatted sql

--changeset search:0196-plans
-- Units of work let plans be kept. What this function looks for decides how it is best found: its statements go on being planned each time.
set role roundhouse_sweeper;
alter function search(text[], boolean, text[], integer[], integer, integer) set plan_cache_mode = force_custom_plan;
reset role;
