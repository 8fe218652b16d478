--liquibase formatted sql

--changeset web:0050-repetition
-- Answers to requests with an Idempotency-Key, for 24 hours
create table repetition (
  tenant_id integer not null references tenant on delete cascade,
  person_id integer not null,
  path      text not null,
  key       text not null,
  body      text not null,
  answer    text,
  at        timestamptz not null,
  primary key (tenant_id, person_id, path, key)
);
create index on repetition (at);
call fence('repetition');
