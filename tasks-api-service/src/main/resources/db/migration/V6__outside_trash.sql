-- What an export reads, in the order of the identifiers, which is the order that the tasks were made in.
create index task_outside_trash on task (account_id, id) where trashed_at is null;
