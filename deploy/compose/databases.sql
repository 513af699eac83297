-- As a superuser, or a role with CREATEDB and CREATEROLE, once, by psql 15 or newer: a database and an owner for each whose password
-- is in the environment. Without KEYCLOAK_DATABASE_PASSWORD Keycloak has none here. With Compose, PostgreSQL does this when it starts with
-- an empty folder.
-- The character type is named, because search ignores the case of all letters only with one of UTF-8.
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD
\getenv tasks_password TASKS_DATABASE_PASSWORD
\getenv webapp_password WEBAPP_DATABASE_PASSWORD

create role tasks login password :'tasks_password';
create role webapp login password :'webapp_password';
-- Who is no superuser may give a database to a role alone that it is a member of.
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
