-- The roles of Roundhouse. Run it by a superuser, connected to Roundhouse's own database, as often as you like:
--   psql -d roundhouse -v owner_password=... -v app_password=... -f roles.sql
-- A local run executes this same file on its own PostgreSQL.

DO $$
DECLARE missing text;
BEGIN
    FOR missing IN
        SELECT name FROM unnest(ARRAY['roundhouse_owner', 'roundhouse_app', 'roundhouse_sweeper']) AS name
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
    LOOP
        EXECUTE format('CREATE ROLE %I', missing);
    END LOOP;
END
$$;

ALTER ROLE roundhouse_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE roundhouse_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
ALTER ROLE roundhouse_sweeper NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- A generic plan locks every partition of a table before it prunes.
ALTER ROLE roundhouse_app SET plan_cache_mode = force_custom_plan;

-- SET lets migrations hand functions to the sweeper; without INHERIT the owner does not read with the sweeper's eyes.
GRANT roundhouse_sweeper TO roundhouse_owner WITH INHERIT FALSE, SET TRUE;

ALTER DATABASE :"DBNAME" OWNER TO roundhouse_owner;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO roundhouse_app;

ALTER SCHEMA public OWNER TO roundhouse_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO roundhouse_app;
-- CREATE because PostgreSQL asks it of whoever is given a function.
GRANT USAGE, CREATE ON SCHEMA public TO roundhouse_sweeper;
