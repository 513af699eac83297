create table session (
    handle_hash             text         primary key,
    id_token                text         not null,
    access_token            text,
    access_token_expires_in bigint,
    access_token_scope      text,
    refresh_token           text,
    started_at              timestamptz  not null,
    renewed_at              timestamptz  not null,
    expires_at              timestamptz  not null
);

create index session_expiry on session (expires_at);
