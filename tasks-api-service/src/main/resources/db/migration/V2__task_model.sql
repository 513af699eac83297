-- Who owns tasks: one short number for each issuer and subject, so that every index begins with eight bytes.
create table account (
    id      bigint generated always as identity primary key,
    issuer  text   not null,
    subject text   not null,
    inbox   uuid   not null default gen_random_uuid(),
    unique (issuer, subject)
);

create table task_list (
    id         uuid             primary key,
    account_id bigint           not null references account,
    name       varchar(100)     not null,
    color      char(7),
    position   double precision not null,
    created_at timestamptz      not null,
    changed_at timestamptz      not null,
    version    integer          not null,
    unique (account_id, id),
    unique (account_id, name)
);

insert into account (issuer, subject)
select distinct owner_issuer, owner_subject from task;

insert into task_list (id, account_id, name, position, created_at, changed_at, version)
select inbox, id, 'Inbox', 0, now(), now(), 0 from account;

alter table task add column account_id bigint;
alter table task add column list_id    uuid;

update task
   set account_id = account.id, list_id = account.inbox
  from account
 where account.issuer = task.owner_issuer and account.subject = task.owner_subject;

drop index task_of_owner;
alter table task
    drop column owner_issuer,
    drop column owner_subject,
    alter column account_id set not null,
    alter column list_id    set not null,
    add column notes       varchar(20000),
    add column due_date    date,
    add column due_time    time,
    add column due_zone    text,
    add column due_at      timestamptz,
    add column priority    smallint         not null default 0,
    add column tags        text[]           not null default '{}',
    add column checklist   jsonb            not null default '[]',
    add column repeat_rule text,
    add column repeat_from varchar(10),
    add column next_id     uuid,
    add column position    double precision not null default 0,
    add column trashed_at  timestamptz;

-- The newest first, as they were listed before there were positions.
update task set position = -extract(epoch from created_at);

-- Another account's list cannot be named, whatever a caller sends.
alter table task add constraint task_list_of_account foreign key (account_id, list_id) references task_list (account_id, id);

alter table task add column status text not null generated always as (
    case when trashed_at is not null then 'trashed' when completed_at is not null then 'completed' else 'open' end) stored;

-- A date without a time counts as its end in UTC; what is never due comes last.
alter table task add column due_order timestamptz not null generated always as (
    coalesce(due_at, (due_date + 1)::timestamp at time zone 'UTC', timestamptz '9999-12-31 00:00:00+00')) stored;

-- What a search finds a task by: the words of its texts and its tags, each with the account in front. So a search reads the
-- entries of one account alone, also for the beginning of a word that is in every other task of the table.
-- Punctuation parts words, so that an address is found by each of its parts.
create function words_of(texts text) returns text[]
    language sql immutable parallel safe
    return tsvector_to_array(to_tsvector('simple', regexp_replace(texts, '[!-/:-@\[-`{-~]+', ' ', 'g')));

create function task_lexemes(account_id bigint, title text, notes text, tags text[], checklist jsonb) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(
        array(select account_id || ':' || word
                from unnest(words_of(concat_ws(' ', title, notes, array_to_string(tags, ' '),
                                               jsonb_path_query_array(checklist, '$[*].text')))) as word)
        || array(select account_id || '#' || tag from unnest(tags) as tag));

-- The search for tasks that have all these tags, and words that begin like all these.
create function task_search(account_id bigint, tags text[], words text) returns tsquery
    language sql immutable parallel safe
    return (select string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' || suffix, ' & ')::tsquery
              from (select account_id || '#' || tag as lexeme, '' as suffix from unnest(tags) as tag
                    union all
                    select account_id || ':' || word, ':*' from unnest(words_of(words)) as word) as lexemes);

alter table task add column lexemes tsvector not null generated always as (
    task_lexemes(account_id, title, notes, tags, checklist)) stored;

-- One index for each way to sort: a page is read from where the last one ended.
create index task_by_position on task (account_id, status, position, id);
create index task_by_due      on task (account_id, status, due_order, id);
create index task_by_priority on task (account_id, status, priority, id);
create index task_by_created  on task (account_id, status, created_at, id);
create index task_by_changed  on task (account_id, status, changed_at, id);
create index task_by_title    on task (account_id, status, lower(title), id);
create index task_of_list     on task (account_id, list_id, status, position, id);
create index task_lexeme      on task using gin (lexemes);
create index task_in_trash    on task (trashed_at) where trashed_at is not null;

create table task_change (
    id         bigint generated always as identity primary key,
    task_id    uuid        not null references task on delete cascade,
    account_id bigint      not null references account,
    changed_at timestamptz not null,
    client     text,
    fields     jsonb       not null
);

create index task_change_of_task on task_change (task_id, id);

create table idempotent_request (
    account_id  bigint       not null references account,
    key         varchar(255) not null,
    fingerprint char(64)     not null,
    received_at timestamptz  not null,
    status      smallint,
    location    text,
    etag        text,
    body        text,
    primary key (account_id, key)
);

create index idempotent_request_received on idempotent_request (received_at);
