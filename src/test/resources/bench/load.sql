-- What the benchmark's clients and tickets are made of: lives, told once by the engine, are copied to each client (Lives, Loading).
create schema bench;
create unlogged table bench.life (
  life integer primary key, subject text, status text, priority text, category text, hold_question text, hold_reason text, hold_until timestamptz,
  answered_last text, resolution text, resolution_code text, resolved_at timestamptz, reopen_until timestamptz, due_at timestamptz, due_kind text,
  calendar text, budget integer, consumed integer, attention_at timestamptz, counted_at timestamptz, created_at timestamptz, updated_at timestamptz,
  assigned boolean, last_words text, last_by text);
create unlogged table bench.life_entry (
  life integer, at timestamptz, kind text, public boolean, who text, body text, detail text);
create unlogged table bench.life_happening (
  life integer, place integer, at timestamptz, type text, reason text, until timestamptz);
create unlogged table bench.life_clock (
  life integer, place integer, kind text, instance integer, priority text, promised boolean, state text, verdict text, target bigint, budget bigint,
  consumed bigint, started_at timestamptz, stopped_at timestamptz, due_at timestamptz, judged_at timestamptz);
create index on bench.life_entry (life);
create index on bench.life_happening (life);
create index on bench.life_clock (life);

-- Tells "most" more tickets of one client, one in fifty of them unfinished. Lives 0 to "finished" - 1 are finished, the rest up to "lives" are not.
create function bench.tell(client integer, most integer, finished integer, lives integer) returns void language plpgsql as $$
declare
  told integer := coalesce((select last from ticket_number n where n.tenant_id = client), 0);
  askers integer[] := (select array_agg(p.person_id order by p.person_id) from person p where p.tenant_id = client and p.side = 'client');
  workers integer[] := (select array_agg(p.person_id order by p.person_id) from person p join assignment a on a.person_id = p.person_id
                        where a.tenant_id = client and 'technician' = any (p.roles));
begin
  drop table if exists born;
  create temp table born as
    select told + row_number() over (order by l.created_at, s.n)::integer as number, uuidv7(l.created_at - clock_timestamp()) as id, l.life,
      askers[1 + s.n * 7 % cardinality(askers)] as requester_id,
      case when l.assigned then workers[1 + s.n % cardinality(workers)] end as assignee_id
    from generate_series(1, most) s(n)
    join bench.life l on l.life = case when s.n % 50 = 0 then finished + (s.n / 50 * 13 + client * 37) % (lives - finished)
                                       else (s.n * 31 + client * 977) % finished end;
  analyze born;
  insert into ticket (tenant_id, id, version, number, subject, status, priority, category, tier, requester_id, assignee_id, channel, hold_reason,
      hold_question, hold_until, answered_last, resolution, resolution_code, resolved_at, reopen_until, due_at, due_kind, attention_at, born_priority,
      born_category, created_at, updated_at)
    select client, b.id, 3, b.number, l.subject, l.status, l.priority, l.category, '1', b.requester_id, b.assignee_id, 'portal', l.hold_reason,
      l.hold_question, l.hold_until, l.answered_last, l.resolution, l.resolution_code, l.resolved_at, l.reopen_until, l.due_at, l.due_kind,
      l.attention_at, l.priority, l.category, l.created_at, l.updated_at
    from born b join bench.life l using (life) order by b.number;
  insert into entry (tenant_id, id, at, about, ticket_id, kind, public, person_id, by_user, by_name, by_side, channel, body, detail)
    select client, uuidv7(e.at - clock_timestamp()), e.at, 'ticket', b.id, e.kind, e.public, p.person_id, coalesce(p.user_name, 'roundhouse'),
      coalesce(p.name, 'Roundhouse'), coalesce(p.side, 'system'), case e.who when 'requester' then 'portal' when 'assignee' then 'desk' else 'timer' end,
      e.body, e.detail || case when e.kind = 'ASSIGNMENT' then w.name else '' end
    from born b join bench.life_entry e using (life)
    left join person p on p.person_id = case e.who when 'requester' then b.requester_id when 'assignee' then b.assignee_id end
    left join person w on w.person_id = b.assignee_id
    order by b.number, e.at;
  insert into happening (tenant_id, ticket_id, place, at, type, reason, until)
    select client, b.id, h.place, h.at, h.type, h.reason, h.until from born b join bench.life_happening h using (life) order by b.number, h.place;
  insert into clock (tenant_id, id, version, ticket_id, place, kind, instance, priority, promised, state, verdict, target, budget, consumed,
      started_at, stopped_at, due_at, judged_at)
    select client, uuidv7(c.started_at - clock_timestamp()), 1, b.id, c.place, c.kind, c.instance, c.priority, c.promised, c.state, c.verdict,
      c.target, c.budget, c.consumed, c.started_at, c.stopped_at, c.due_at, c.judged_at
    from born b join bench.life_clock c using (life) order by b.number, c.place;
  insert into queue (tenant_id, ticket_id, number, subject, status, priority, category, tier, requester_id, requester, assignee_id, hold_reason,
      hold_until, answered_last, last_words, last_by, due_at, due_kind, calendar, budget, consumed, counted_at, created_at, updated_at)
    select client, b.id, b.number, l.subject, l.status, l.priority, l.category, '1', b.requester_id, p.name, b.assignee_id, l.hold_reason,
      l.hold_until, l.answered_last, l.last_words, case l.last_by when 'requester' then p.name else w.name end, l.due_at, l.due_kind, l.calendar,
      l.budget, l.consumed, l.counted_at, l.created_at, l.updated_at
    from born b join bench.life l using (life) join person p on p.person_id = b.requester_id left join person w on w.person_id = b.assignee_id
    where l.status in ('NEW', 'OPEN', 'PENDING');
  insert into timer (tenant_id, ticket_id, due_at)
    select client, b.id, l.attention_at from born b join bench.life l using (life) where l.attention_at is not null;
  insert into ticket_number (tenant_id, last) values (client, told + most) on conflict (tenant_id) do update set last = excluded.last;
end $$;

-- What a client has besides tickets. "terms": the provider's calendars and policies as JSON, as the folder leaves them with each client.
create function bench.furnish(client integer) returns void language plpgsql as $$
declare
  mark text := (select t.slug from tenant t where t.tenant_id = client);
begin
  insert into person (tenant_id, user_name, subject, name, email, side, roles, phone, location)
    select client, 'user' || n || '.' || mark, 'user' || n || '.' || mark, (array['Ada','Ben','Carla','David','Elena','Felix','Greta','Hugo'])[1 + n % 8] || ' '
      || (array['Weber','Okafor','Lind','Moreau','Tanaka','Silva','Novak'])[1 + (n + client) % 7] || ' ' || n, 'user' || n || '@' || mark || '.example', 'client',
      case when n = 1 then array['client_manager'] else array['requester'] end, '+49 30 5550 ' || n, 'Hall ' || n % 4
    from generate_series(1, 20) n;
  insert into brand (tenant_id, name, accent) select client, t.name, '#' || lpad(to_hex(client * 7919 % 16777216), 6, '0') from tenant t where t.tenant_id = client;
  insert into host values (mark || '.localhost', client);
  insert into shelf (tenant_id) values (client);
  insert into category (tenant_id, id, version, slug, name, tier, priority, approvers, fields, position, active)
    select client, uuidv7(), 0, slug, initcap(slug), '1', 'P3', '[]', '[]', place, true
    from unnest(array['email', 'access', 'vpn', 'printing', 'hardware', 'question']) with ordinality c(slug, place);
  insert into asset (tenant_id, id, version, tag, type, name, serial, vendor, model, owner, location, words)
    select client, uuidv7(), 0, 'NB-' || n, 'laptop', 'Notebook ' || n, 'SN' || client || n, 'Lenovo', 'T14', 'user' || 1 + n % 20 || '.' || mark, 'Hall ' || n % 4,
      'nb-' || n || ' laptop notebook ' || n from generate_series(1, 40) n;
  insert into configuration (tenant_id, id, version, slug, type, name, fields, assets, categories, verified_on, verified_by, words)
    select client, uuidv7(), 0, 'configuration-' || n, (array['network', 'vpn', 'backup', 'licence'])[1 + n % 4], 'Configuration ' || n,
      '{"gateway":"10.0.' || n || '.1","provider":"Northern Fibre"}', array['NB-' || n], array['vpn'], current_date, 'tess', 'configuration ' || n
    from generate_series(1, 10) n;
  insert into article (tenant_id, id, version, slug, title, audience, category, body, words, updated_at, updated_by)
    select client, uuidv7(), 0, 'article-' || n, 'How to set up mail on device ' || n, 'client', (array['email', 'vpn', 'printing'])[1 + n % 3],
      repeat('Open the settings and choose the account. ', 30), 'how to set up mail on device ' || n, now(), 'tess'
    from generate_series(1, 12) n;
  insert into sla_calendar (tenant_id, id, provider, name, version, document, created_at)
    select client, uuidv7(), client <> 1, d.name, 1, d.document, now() - interval '2 years' from bench.document d where d.kind = 'calendar';
  insert into sla_policy (tenant_id, id, provider, name, version, document, created_at)
    select client, uuidv7(), client <> 1, d.name, 1, d.document, now() - interval '2 years' from bench.document d where d.kind = 'policy';
end $$;
create unlogged table bench.document (kind text, name text, document text);
