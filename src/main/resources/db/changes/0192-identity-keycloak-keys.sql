--liquibase formatted sql

--changeset identity:0192-keycloak-keys
-- Keycloak's public keys as it named them last, so that a sign-in can be verified while it is away, after a start too. Belongs to no tenant.
create table keycloak_keys (one boolean primary key default true check (one), keys text not null);
grant select, insert, update on keycloak_keys to roundhouse_app;
