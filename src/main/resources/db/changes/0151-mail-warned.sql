--liquibase formatted sql

--changeset mail:0151-warned
-- Staff are written to as well, when a promise comes near.
alter table outbox drop constraint outbox_occasion_check;
alter table outbox add constraint outbox_occasion_check check (occasion in ('received', 'answered', 'solved', 'warned'));
