create table interrupted_request (
    handle_hash text        primary key,
    content     text        not null,
    sent_away   boolean     not null,
    expires_at  timestamptz not null
);

create index interrupted_request_by_expiry on interrupted_request (expires_at);
