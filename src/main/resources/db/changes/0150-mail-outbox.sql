--liquibase formatted sql

--changeset mail:0150-outbox
-- Mail on its way to a person of a client, written in the transaction of the change that it tells; over all clients, since one sender empties it.
create table outbox (
  tenant_id   integer not null references tenant on delete cascade,
  id          uuid not null,
  ticket_id   uuid not null,
  occasion    text not null check (occasion in ('received', 'answered', 'solved')),
  message_id  text not null,
  earlier     text not null,
  sender_name text not null,
  sender      text not null,
  recipient   text not null,
  subject     text not null,
  text        text not null,
  html        text not null,
  written_at  timestamptz not null,
  due_at      timestamptz not null,
  claimed_until timestamptz not null default '-infinity',
  state       text not null check (state in ('waiting', 'sent', 'kept', 'given_up')),
  attempts    integer not null default 0,
  sent_at     timestamptz,
  last_error  text,
  primary key (tenant_id, id),
  unique (tenant_id, message_id)
);
create index on outbox (due_at) where state = 'waiting';
create index on outbox (tenant_id, written_at);
create index on outbox (tenant_id, ticket_id);
call fence('outbox', 'select, insert, update');
-- A client's unit of work writes mail and never reads it.
create policy unread on outbox as restrictive for select to roundhouse_app using (app_side() <> 'client');
grant select, update on outbox to roundhouse_sweeper;
create policy sweeping on outbox to roundhouse_sweeper using (true) with check (true);

--changeset mail:0150-claim-mail splitStatements:false
-- Hands out what is due by the database's clock. Whoever took it and died has five minutes; then another sends it, under the same Message-ID.
create function claim_mail(most integer) returns table (tenant_id integer, id uuid)
  language sql volatile security definer set search_path = public, pg_temp as $$
  update outbox o set claimed_until = clock_timestamp() + interval '5 minutes'
  from (select d.tenant_id, d.id from outbox d join tenant t on t.tenant_id = d.tenant_id
        where d.state = 'waiting' and t.state = 'active' and d.due_at <= clock_timestamp() and d.claimed_until < clock_timestamp()
        order by d.due_at limit most for update of d skip locked) due
  where o.tenant_id = due.tenant_id and o.id = due.id
  returning o.tenant_id, o.id
$$;
revoke all on function claim_mail(integer) from public;
grant execute on function claim_mail(integer) to roundhouse_app;
alter function claim_mail(integer) owner to roundhouse_sweeper;

--changeset mail:0150-earlier-mail splitStatements:false
-- What went to this person about this ticket before, for the thread: Message-IDs only, for whoever writes in this tenant.
create function earlier_mail(ticket uuid, recipient text) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.message_id from outbox o
  where o.tenant_id = app_tenant() and o.ticket_id = earlier_mail.ticket and o.recipient = earlier_mail.recipient
  order by o.written_at, o.id limit 20
$$;
revoke all on function earlier_mail(uuid, text) from public;
grant execute on function earlier_mail(uuid, text) to roundhouse_app;
alter function earlier_mail(uuid, text) owner to roundhouse_sweeper;
