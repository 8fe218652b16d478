--liquibase formatted sql

--changeset start:0160-demonstration
-- How many tickets of the demonstration have been told at each client; 2147483647 for all of them.
create table demonstration (
  tenant_id integer primary key references tenant on delete cascade,
  told      integer not null check (told >= 0)
);
call fence('demonstration', 'select, insert, update');
