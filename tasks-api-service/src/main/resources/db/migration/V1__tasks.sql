create table task (
    id            uuid          primary key,
    owner_issuer  text          not null,
    owner_subject text          not null,
    title         varchar(500)  not null,
    completed_at  timestamptz,
    created_at    timestamptz   not null,
    changed_at    timestamptz   not null,
    version       integer       not null
);

create index task_of_owner on task (owner_issuer, owner_subject, created_at desc);
