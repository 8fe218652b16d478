--liquibase formatted sql

--changeset search:0171-scope splitStatements:false
-- The question of one tenant. "frame" has § for the tenant and ¶ for the newest blocks of tickets, and what is no ticket.
create function search_scope(frame text, tenant integer, last integer, width integer) returns tsquery language sql immutable parallel safe as $$
  select replace(replace(frame, '¶', '(' || concat_ws(' | ', '''§#o''',
    (select string_agg('''§#' || block || '''', ' | ') from generate_series(greatest(0, last / 256 - width + 1), last / 256) block)) || ')'), '§', tenant::text)::tsquery
$$;
-- Where the first of these words stands, with something around it; null where none does.
create function search_passage(told text, pieces text[]) returns text language sql immutable parallel safe as $$
  select case when min(place) > 0 then substr(told, greatest(1, min(place) - 80), 240) end from
    (select strpos(search_folded(told), piece) from unnest(pieces) piece) places(place) where place > 0
$$;

--changeset search:0171-terms splitStatements:false
-- The words asked for as a tsquery for any tenant: pieces of one word side by side. inside: internal words count too.
create function search_terms(asked text[], open_end boolean, inside boolean, weights text) returns text language sql immutable parallel safe as $$
  select string_agg('(' || told || ')', ' & ') from (
    select string_agg(format(case when inside then '(''§:%1$s''%2$s | ''§!%1$s''%2$s)' else '''§:%1$s''%2$s' end, left(word, 60),
        case when open_end and place = least(cardinality(asked), 12) and n = pieces and (length(word) > 1 or word > '~') then ':*' || weights
             when weights <> '' then ':' || weights else '' end), ' <-> ' order by n) as told
    from unnest(asked[1:12]) with ordinality a(term, place)
    cross join lateral (select word, n, count(*) over () as pieces from unnest((search_words(term))[1:8]) with ordinality w(word, n)) w
    group by place) terms
$$;

--changeset search:0171-search splitStatements:false
-- What fits, best first: a whole name, then title before text, then the newest. Looks nowhere but in the reach of the open unit of work, and for a client's
-- person at nothing internal and at no colleague's tickets, unless that person manages the company's: it runs with the sweeper's eyes and checks this itself.
-- asked: words, each found if all its pieces stand side by side; the last may be the beginning of one. clients: empty for all within reach.
-- each: rows of a kind at most; most: rows in all. Of common words it reads the newest tickets only: 512 of a client, then 8,192, then all.
create function search(asked text[], open_end boolean, kinds text[], clients integer[], each integer, most integer)
  returns table (tenant_id integer, kind text, name text, title text, status text, portal_status text, passage text, internal boolean, updated_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  inside boolean := app_side() <> 'client';
  reach integer[] := array(select t from unnest(app_reach()) t where cardinality(clients) = 0 or t = any (clients));
  own boolean := not inside and not exists (select from person p where p.person_id = app_person() and 'client_manager' = any (p.roles));
  scope text := case when own then ' & (''§@' || app_person() || ''' | ''§#o'')' else '' end;
  pieces text[] := search_words(array_to_string(asked, ' '));
  whole text := left(array_to_string(pieces, '-'), 200);
  named text := '(''§=' || whole || '''' || case when inside then ' | ''§~' || whole || '''' else '' end || ')';
  fitting text := search_terms(asked, open_end, inside, '');
  titled text := search_terms(asked, open_end, inside, 'AB');
  width integer;
  seen integer := 0;
begin
  if fitting is null or cardinality(reach) = 0 then return; end if;
  foreach width in array array[2, 32] loop
    select count(*) into seen from (
      select from (select t, search_scope('(' || fitting || ') & ¶' || scope, t, coalesce(n.last, 0), width) as query
                   from unnest(reach) t left join ticket_number n on n.tenant_id = t offset 0) r
      cross join lateral (select from search_entry e where e.words @@ r.query and e.tenant_id + 0 = r.t and e.kind = any (kinds) and (inside or e.public)) hit
      limit most) hits;
    exit when seen >= most or not 'ticket' = any (kinds);
  end loop;
  return query
  with best as materialized (
    select hit.*, row_number() over (partition by hit.kind order by hit.exact desc, hit.ahead desc, hit.at desc) as place
    from (select t, search_scope('(' || named || ' | (' || fitting || ')' || case when seen >= most then ' & ¶' else '' end || ')' || scope, t,
                      coalesce(n.last, 0), width) as query, replace(named, '§', t::text)::tsquery as exact, replace(titled, '§', t::text)::tsquery as title
          from unnest(reach) t left join ticket_number n on n.tenant_id = t offset 0) r
    cross join lateral (
      select e.tenant_id, e.kind, e.id, e.words @@ r.exact as exact, e.words @@ r.title as ahead, e.updated_at as at from search_entry e
      where e.words @@ r.query and e.tenant_id + 0 = r.t and e.kind = any (kinds) and (inside or e.public)) hit),
  first as materialized (select * from best where place <= each order by exact desc, ahead desc, at desc limit most)
  select e.tenant_id, e.kind, e.name, e.title, e.status, e.portal_status,
    coalesce(search_passage(e.said, pieces), case when inside then search_passage(e.noted, pieces) end, left(e.said, 240)),
    not e.public or inside and search_passage(e.said, pieces) is null and search_passage(e.noted, pieces) is not null, e.updated_at
  from first join search_entry e on e.tenant_id = first.tenant_id and e.kind = first.kind and e.id = first.id
  order by first.exact desc, first.ahead desc, first.at desc, e.kind, e.name;
end $$;
revoke all on function search(text[], boolean, text[], integer[], integer, integer) from public;
grant execute on function search(text[], boolean, text[], integer[], integer, integer) to roundhouse_app;
alter function search(text[], boolean, text[], integer[], integer, integer) owner to roundhouse_sweeper;
