-- Creates a database and its owner for each password in the environment; without KEYCLOAK_DATABASE_PASSWORD, none for Keycloak.
-- Run it once with psql 15 or newer, as a superuser or a role with CREATEDB and CREATEROLE. With Compose, PostgreSQL runs it
-- itself when it starts with an empty data folder.
-- The character type is set explicitly, because search ignores the case of all letters only with a UTF-8 one.
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD
\getenv tasks_password TASKS_DATABASE_PASSWORD
\getenv webapp_password WEBAPP_DATABASE_PASSWORD

create role tasks login password :'tasks_password';
create role webapp login password :'webapp_password';
-- A role without superuser rights may make only roles that it is a member of the owner of a database.
grant tasks, webapp to current_user;

create database tasks owner tasks template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
create database webapp owner webapp;

revoke connect on database tasks, webapp from public;

\if :{?keycloak_password}
create role keycloak login password :'keycloak_password';
grant keycloak to current_user;
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
\endif
