--liquibase formatted sql

--changeset tickets:0103-happening-target
-- What a change of priority or category, or a hand-over, changed to.
alter table happening add column target text;
call fence('happening', 'select, insert');
