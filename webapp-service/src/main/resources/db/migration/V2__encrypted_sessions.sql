-- Sessions of before cannot be read any more: whoever has one signs in again.
drop table session;

create table session (
    handle_hash      text        primary key,
    issuer           text        not null,
    subject          text        not null,
    provider_session text,
    tokens           text        not null,
    tokens_expire_at timestamptz not null,
    renew_at         timestamptz not null,
    renewals         integer     not null,
    renewing_until   timestamptz,
    user_agent       text,
    started_at       timestamptz not null,
    last_used_at     timestamptz not null,
    expires_at       timestamptz not null
);

create index session_by_user on session (issuer, subject);
create index session_by_provider_session on session (issuer, provider_session);
create index session_by_expiry on session (expires_at);
create index session_by_last_use on session (last_used_at);

create table logout_token (
    issuer     text        not null,
    id         text        not null,
    expires_at timestamptz not null,
    primary key (issuer, id)
);
