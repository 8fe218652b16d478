--liquibase formatted sql

--changeset tickets:0113-time-zone-rules
-- By which version of the rules of time zones (tzdb) a client's due instants were reckoned.
create table time_zone_rules (tenant_id integer primary key references tenant on delete cascade, version text not null);
call fence('time_zone_rules');
