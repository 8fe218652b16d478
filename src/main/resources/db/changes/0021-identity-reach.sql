--liquibase formatted sql

--changeset identity:0021-sweeper-reads
grant usage on schema public to roundhouse_sweeper;
grant select on tenant, person, assignment, personal_token to roundhouse_sweeper;
create policy sweeping on tenant for select to roundhouse_sweeper using (true);
create policy sweeping on person for select to roundhouse_sweeper using (true);
create policy sweeping on assignment for select to roundhouse_sweeper using (true);
create policy sweeping on personal_token for select to roundhouse_sweeper using (true);

--changeset identity:0021-reach-of splitStatements:false
-- The one reading that comes before a reach is known: sign-in. By subject, or by the hash of a personal token.
create function reach_of(asked_subject text, asked_hash bytea, asked_session text)
  returns table (person_id integer, user_name text, name text, email text, side text, roles text[], tier smallint, home integer, reach integer[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.person_id, p.user_name, p.name, p.email, p.side, p.roles, p.tier, p.tenant_id,
    case when p.side = 'client' then array[p.tenant_id]
         when p.reaches_all then (select array_agg(t.tenant_id order by t.tenant_id) from tenant t where t.state = 'active')
         else (select coalesce(array_agg(a.tenant_id order by a.tenant_id), '{}') from assignment a join tenant t using (tenant_id)
               where a.person_id = p.person_id and t.state = 'active' and (a.until is null or a.until > now()))
    end
  from person p join tenant home on home.tenant_id = p.tenant_id
  where p.active and home.state = 'active' and not exists (select from ended_session e where e.sid = asked_session)
    and (p.subject = asked_subject
      or p.person_id = (select k.person_id from personal_token k where k.hash = asked_hash and k.expires_at > now()))
$$;
revoke all on function reach_of(text, bytea, text) from public;
grant execute on function reach_of(text, bytea, text) to roundhouse_app;
-- Last, since the owner does not inherit what it gave away.
alter function reach_of(text, bytea, text) owner to roundhouse_sweeper;
