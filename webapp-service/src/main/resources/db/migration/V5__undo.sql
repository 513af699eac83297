create table undo (
    handle_hash text        primary key,
    content     text        not null,
    expires_at  timestamptz not null
);

create index undo_by_expiry on undo (expires_at);
