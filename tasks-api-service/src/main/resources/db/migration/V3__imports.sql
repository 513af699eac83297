-- The import that a task came with, for as long as it can be undone.
alter table task add column import_id uuid;

create index task_of_import on task (import_id) where import_id is not null;

-- Known only when the body has been read, in the same transaction.
alter table idempotent_request alter column fingerprint drop not null;
