--liquibase formatted sql

--changeset branding:0055-brand
create table brand (
  tenant_id integer primary key references tenant on delete cascade,
  name      text not null check (length(name) between 1 and 60),
  accent    text not null check (accent ~ '^#[0-9a-f]{6}$'),
  footer    text check (length(footer) <= 200),
  logo      bytea,
  logo_type text check (logo_type in ('image/svg+xml', 'image/png')),
  check ((logo is null) = (logo_type is null))
);
call fence('brand', 'select, insert, update');
-- The sign-in page already wears it: a brand must be known before anyone has signed in.
create policy directory on brand for select to roundhouse_app using (app_side() = 'system');
