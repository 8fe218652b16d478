--liquibase formatted sql

--changeset tenancy:0001-settings splitStatements:false
-- No missing_ok: where no unit of work is open these raise, so that a forgotten one is an error and never an empty answer.
create function app_tenant() returns integer language sql stable parallel safe
  as $$ select current_setting('app.tenant')::integer $$;
create function app_reach() returns integer[] language sql stable parallel safe
  as $$ select current_setting('app.reach')::integer[] $$;
create function app_side() returns text language sql stable parallel safe
  as $$ select current_setting('app.side') $$;
create function app_person() returns integer language sql stable parallel safe
  as $$ select current_setting('app.person')::integer $$;
