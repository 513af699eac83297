-- Once, when PostgreSQL starts with an empty folder: a database and an owner for each.
-- The character type is named, because search ignores the case of all letters only with one of UTF-8.
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD
\getenv tasks_password TASKS_DATABASE_PASSWORD
\getenv webapp_password WEBAPP_DATABASE_PASSWORD

create role keycloak login password :'keycloak_password';
create role tasks login password :'tasks_password';
create role webapp login password :'webapp_password';

create database keycloak owner keycloak;
create database tasks owner tasks template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';
create database webapp owner webapp;

revoke connect on database keycloak, tasks, webapp from public;
