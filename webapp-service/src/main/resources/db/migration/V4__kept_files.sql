create table kept_file (
    handle_hash text        primary key,
    subject     text        not null,
    description text        not null,
    kept_at     timestamptz not null,
    expires_at  timestamptz not null
);

create index kept_file_of_subject on kept_file (subject);
create index kept_file_by_expiry on kept_file (expires_at);

create table kept_part (
    handle_hash text    not null references kept_file on delete cascade,
    number      integer not null,
    content     text    not null,
    primary key (handle_hash, number)
);
