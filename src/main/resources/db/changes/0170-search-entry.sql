--liquibase formatted sql

--changeset search:0170-entry
-- What can be found, one row for each thing over all clients. Nobody reads it but the function "search", nobody writes it but search_put, search_say and
-- search_status. name: what leads there (number, tag, slug, user name). said: what its client may read; noted: internal notes of a ticket.
create table search_entry (
  tenant_id    integer not null references tenant on delete cascade,
  kind         text not null check (kind in ('ticket', 'article', 'asset', 'configuration', 'person')),
  id           text not null,
  name         text not null,
  title        text not null,
  public       boolean not null,
  requester_id integer,
  status       text,
  portal_status text,
  said         text not null,
  noted        text not null,
  words        tsvector not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, kind, id)
);
call fence('search_entry');
revoke all on search_entry from roundhouse_app;
grant select, insert, update on search_entry to roundhouse_sweeper;
create policy sweeping on search_entry to roundhouse_sweeper using (true) with check (true);
grant select on ticket_number to roundhouse_sweeper;
create policy sweeping on ticket_number for select to roundhouse_sweeper using (true);

--changeset search:0170-words splitStatements:false
-- Small letters without marks, split at whatever is neither letter nor digit: for what is written and for what is asked.
create function search_folded(told text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(normalize(told, nfkd), '[\u0300-\u036f]+', '', 'g') collate pg_c_utf8)
$$;
create function search_words(told text) returns text[] language sql immutable parallel safe as $$
  select array_remove(string_to_array(regexp_replace(search_folded(told) collate pg_c_utf8, '[^[:alnum:]]+', ' ', 'g'), ' '), '')
$$;
-- Each word begins with its tenant, so that no client's words stand in the way of another's, and a mark: ":" for what the client may read, "!" for what is
-- internal, "=" and "~" likewise for a whole name, "#" for a block of 256 tickets (or "o"), "@" for the requester.
create function search_vector(tenant integer, mark text, told text, weight text) returns tsvector language sql immutable parallel safe as $$
  select coalesce(string_agg('''' || tenant || mark || left(word, 60) || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
  from unnest(search_words(told)) with ordinality each(word, place)
$$;
create function search_marks(tenant integer, open boolean, keys text[], requester integer, number integer) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_agg(mark)) from (
    select tenant || case when open then '=' else '~' end || left(array_to_string(search_words(key), '-'), 200) from unnest(keys) key where key is not null
    union select tenant || '#' || coalesce((number / 256)::text, 'o')
    union select tenant || '@' || requester where requester is not null) marks(mark)
$$;
create function search_entry_words(tenant integer, open boolean, title text, keywords text, keys text[], body text, requester integer, number integer)
  returns tsvector language sql immutable parallel safe as $$
  select search_vector(tenant, case when open then ':' else '!' end, title, 'A')
    || search_vector(tenant, case when open then ':' else '!' end, coalesce(keywords, ''), 'B')
    || search_vector(tenant, case when open then ':' else '!' end, left(body, 40000), 'D')
    || search_marks(tenant, open, keys, requester, number)
$$;

--changeset search:0170-writing splitStatements:false
-- These write in the tenant of the open unit of work and in no other. What goes beyond 40,000 characters of a thing is not found.
create function search_put(kind text, id text, name text, title text, open boolean, keywords text, keys text[], body text, status text, portal_status text,
    requester integer, number integer, at timestamptz) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into search_entry as e (tenant_id, kind, id, name, title, public, requester_id, status, portal_status, said, noted, words, updated_at)
    values (app_tenant(), search_put.kind, search_put.id, search_put.name, search_put.title, open, requester, search_put.status, search_put.portal_status,
      left(body, 40000), '', search_entry_words(app_tenant(), open, search_put.title, keywords, keys, body, requester, number), coalesce(at, now()))
    on conflict (tenant_id, kind, id) do update set name = excluded.name, title = excluded.title, public = excluded.public, said = excluded.said,
      words = excluded.words, updated_at = excluded.updated_at
    returning 1
$$;
create function search_say(ticket text, open boolean, told text) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  update search_entry e set
    said = case when open then left(concat_ws(E'\n', nullif(e.said, ''), told), 40000) else e.said end,
    noted = case when open then e.noted else left(concat_ws(E'\n', nullif(e.noted, ''), told), 40000) end,
    words = e.words || search_vector(e.tenant_id, case when open then ':' else '!' end,
      left(told, greatest(0, 40000 - length(case when open then e.said else e.noted end))), 'D')
  where e.tenant_id = app_tenant() and e.kind = 'ticket' and e.id = ticket
  returning 1
$$;
create function search_status(ticket text, status text, portal_status text, at timestamptz) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  update search_entry e set status = search_status.status, portal_status = search_status.portal_status, updated_at = at
  where e.tenant_id = app_tenant() and e.kind = 'ticket' and e.id = ticket
  returning 1
$$;
revoke all on function search_put(text, text, text, text, boolean, text, text[], text, text, text, integer, integer, timestamptz) from public;
revoke all on function search_say(text, boolean, text) from public;
revoke all on function search_status(text, text, text, timestamptz) from public;
grant execute on function search_put(text, text, text, text, boolean, text, text[], text, text, text, integer, integer, timestamptz) to roundhouse_app;
grant execute on function search_say(text, boolean, text) to roundhouse_app;
grant execute on function search_status(text, text, text, timestamptz) to roundhouse_app;
alter function search_put(text, text, text, text, boolean, text, text[], text, text, text, integer, integer, timestamptz) owner to roundhouse_sweeper;
alter function search_say(text, boolean, text) owner to roundhouse_sweeper;
alter function search_status(text, text, text, timestamptz) owner to roundhouse_sweeper;

--changeset search:0170-backfill splitStatements:false
-- Everything of one tenant, from the tables of the rooms. Also what fills the table anew.
create procedure search_fill(client integer) language sql as $$
  insert into search_entry (tenant_id, kind, id, name, title, public, requester_id, status, portal_status, said, noted, words, updated_at)
    select client, 'ticket', t.id::text, t.number::text, t.subject, true, t.requester_id, t.status,
      case t.status when 'NEW' then 'RECEIVED' when 'OPEN' then 'WORKING' when 'RESOLVED' then 'SOLVED'
        when 'PENDING' then case t.hold_reason when 'CLIENT' then 'WAITING_FOR_YOU' else 'WORKING' end else 'CLOSED' end,
      left(coalesce(e.said, ''), 40000), left(coalesce(e.noted, ''), 40000),
      search_entry_words(client, true, t.subject, concat_ws(' ', c.prefix || '-' || t.number, p.name, p.user_name, p.email, t.asset),
        array[c.prefix || '-' || t.number, t.number::text], coalesce(e.said, ''), t.requester_id, t.number)
      || search_vector(client, '!', left(coalesce(e.noted, ''), 40000), 'D'), t.updated_at
    from ticket t join tenant c on c.tenant_id = client join person p on p.person_id = t.requester_id
    left join (select ticket_id, string_agg(body, E'\n' order by at, id) filter (where public) as said,
                 string_agg(body, E'\n' order by at, id) filter (where not public) as noted
               from entry where tenant_id = client and ticket_id is not null and body is not null group by ticket_id) e on e.ticket_id = t.id
    where t.tenant_id = client
    on conflict do nothing;
  insert into search_entry (tenant_id, kind, id, name, title, public, said, noted, words, updated_at)
    select client, 'article', a.id::text, a.slug, a.title, a.public, left(a.body, 40000), '',
      search_entry_words(client, a.public, a.title, concat_ws(' ', a.slug, a.category), array[a.slug], a.body, null, null), a.updated_at
    from article a where a.tenant_id = client
    union all
    select client, 'asset', a.id::text, a.tag, a.name, false, coalesce(a.notes, ''), '',
      search_entry_words(client, false, a.name, concat_ws(' ', a.tag, a.type, a.name, a.serial, a.vendor, a.model, a.owner, a.location),
        array[a.tag, a.serial], coalesce(a.notes, ''), null, null), now()
    from asset a where a.tenant_id = client
    union all
    select client, 'configuration', f.id::text, f.slug, f.name, false, told.fields, '',
      search_entry_words(client, false, f.name, concat_ws(' ', f.slug, f.type, array_to_string(f.assets, ' '), array_to_string(f.categories, ' ')),
        array[f.slug], told.fields, null, null), now()
    from configuration f
    cross join lateral (select coalesce(string_agg(key || ': ' || value, E'\n'), '') as fields from json_each_text(f.fields::json)) told
    where f.tenant_id = client
    union all
    select client, 'person', p.user_name, p.user_name, p.name, false, concat_ws(', ', p.email, p.phone, p.location), '',
      search_entry_words(client, false, p.name, concat_ws(' ', p.user_name, p.email, p.phone, p.location), array[p.user_name, p.email], concat_ws(', ', p.email, p.phone, p.location), null, null), now()
    from person p where p.tenant_id = client and p.active
    on conflict do nothing;
$$;
revoke all on procedure search_fill(integer) from public;

--changeset search:0170-filled splitStatements:false runInTransaction:false
do $$
declare
  each integer;
begin
  for each in select tenant_id from tenant order by tenant_id loop
    call search_fill(each);
    commit;
  end loop;
end $$;

--changeset search:0170-index
-- Without fastupdate, since each search would read the whole pending list, and several times.
create index search_entry_words_idx on search_entry using gin (words) with (fastupdate = off);
