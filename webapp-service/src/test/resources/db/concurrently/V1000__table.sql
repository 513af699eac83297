create table migrated (id integer);
insert into migrated select generate_series(1, 1000);
