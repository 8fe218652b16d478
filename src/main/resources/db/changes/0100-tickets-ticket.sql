--liquibase formatted sql

--changeset tickets:0100-ticket
create table ticket (
  tenant_id     integer not null,
  id            uuid not null,
  version       integer not null,
  number        integer not null,
  subject       text not null,
  status        text not null check (status in ('NEW', 'OPEN', 'PENDING', 'RESOLVED', 'CLOSED', 'MERGED', 'CANCELLED')),
  priority      text not null check (priority in ('P1', 'P2', 'P3', 'P4')),
  category      text,
  tier          text not null check (tier in ('1', '2', '3', 'vendor')),
  requester_id  integer not null,
  assignee_id   integer,
  asset         text,
  fields        text,
  channel       text not null,
  hold_reason   text,
  hold_question text,
  hold_until    timestamptz,
  answered_last text not null check (answered_last in ('client', 'staff')),
  resolution    text,
  resolution_code text,
  resolution_article text,
  resolved_at   timestamptz,
  reopen_until  timestamptz,
  due_at        timestamptz,
  due_kind      text,
  attention_at  timestamptz,
  born_priority text not null,
  born_category text,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
) partition by list (tenant_id);
create index on ticket (tenant_id, requester_id, updated_at);
create index on ticket (tenant_id, updated_at);
call fence('ticket', 'select, insert, update');
insert into tie values ('entry', 'ticket_id', 'ticket');

--changeset tickets:0100-ticket-number
-- Numbers count up inside one client; nobody sees how many another has.
create table ticket_number (tenant_id integer primary key references tenant on delete cascade, last integer not null);
call fence('ticket_number', 'select, insert, update');

--changeset tickets:0100-queue
-- One row for each ticket that somebody must still work on, over all clients: the one table that is scanned across.
create table queue (
  tenant_id     integer not null references tenant on delete cascade,
  ticket_id     uuid not null,
  number        integer not null,
  subject       text not null,
  status        text not null,
  priority      text not null,
  category      text,
  tier          text not null,
  requester_id  integer not null,
  requester     text not null,
  assignee_id   integer,
  hold_reason   text,
  hold_until    timestamptz,
  answered_last text not null,
  last_words    text,
  last_by       text,
  due_at        timestamptz,
  due_kind      text,
  calendar      text,
  budget        integer,
  consumed      integer,
  counted_at    timestamptz,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, ticket_id)
);
create index on queue (tenant_id, due_at);
create index on queue (due_at, tenant_id);
call fence('queue');

--changeset tickets:0100-timer
-- When a ticket next wants attention without anybody touching it: a due instant, the end of a hold, closing.
create table timer (
  tenant_id  integer not null references tenant on delete cascade,
  ticket_id  uuid not null,
  due_at     timestamptz not null,
  claimed_until timestamptz not null default '-infinity',
  primary key (tenant_id, ticket_id)
);
create index on timer (due_at);
call fence('timer');
grant select, update on timer to roundhouse_sweeper;
create policy sweeping on timer to roundhouse_sweeper using (true) with check (true);

--changeset tickets:0100-claim-timers splitStatements:false
-- Hands out what is due by the database's clock. Whoever took it and died has thirty seconds; then another may.
create function claim_timers(most integer) returns table (tenant_id integer, ticket_id uuid)
  language sql volatile security definer set search_path = public, pg_temp as $$
  update timer t set claimed_until = clock_timestamp() + interval '30 seconds'
  from (select d.tenant_id, d.ticket_id from timer d
        where d.due_at <= clock_timestamp() and d.claimed_until < clock_timestamp()
        order by d.due_at limit most for update skip locked) due
  where t.tenant_id = due.tenant_id and t.ticket_id = due.ticket_id
  returning t.tenant_id, t.ticket_id
$$;
revoke all on function claim_timers(integer) from public;
grant execute on function claim_timers(integer) to roundhouse_app;
alter function claim_timers(integer) owner to roundhouse_sweeper;

--changeset tickets:0101-category
create table category (
  tenant_id integer not null,
  id        uuid not null,
  version   integer not null,
  slug      text not null,
  name      text not null,
  tier      text not null,
  priority  text not null,
  approvers text not null,
  fields    text not null,
  position  integer not null,
  active    boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
) partition by list (tenant_id);
call fence('category', 'select, insert, update');

--changeset tickets:0102-clock
-- What the engine said last of a ticket's clocks; recomputed from the story with every verb.
create table clock (
  tenant_id   integer not null,
  id          uuid not null,
  version     integer not null,
  ticket_id   uuid not null,
  place       integer not null,
  kind        text not null,
  instance    integer not null,
  priority    text not null,
  promised    boolean not null,
  state       text not null,
  verdict     text,
  target      bigint,
  started_at  timestamptz not null,
  stopped_at  timestamptz,
  due_at      timestamptz,
  judged_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, ticket_id, place)
) partition by list (tenant_id);
create index on clock (tenant_id, judged_at);
create index on clock (tenant_id, due_at) where verdict is null;
call fence('clock');
insert into tie values ('clock', 'ticket_id', 'ticket');

--changeset tickets:0102-happening
-- The story of a ticket as the engine hears it, append-only.
create table happening (
  tenant_id integer not null,
  ticket_id uuid not null,
  place     integer not null,
  at        timestamptz not null,
  type      text not null,
  reason    text,
  until     timestamptz,
  primary key (tenant_id, ticket_id, place)
) partition by list (tenant_id);
call fence('happening', 'select, insert');
insert into tie values ('happening', 'ticket_id', 'ticket');
