-- An instance of before writes rows without these, and fills in sent_away, which is not asked for any more.
alter table interrupted_request alter column sent_away set default false;
alter table interrupted_request add column subject text;
alter table interrupted_request add column form boolean not null default false;
alter table interrupted_request add column shown boolean not null default false;

create index interrupted_request_of_subject on interrupted_request (subject);
