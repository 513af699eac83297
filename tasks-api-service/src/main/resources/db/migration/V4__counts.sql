-- What is counted of an account's tasks for its views, so that the counts are read from here alone. Tags are not in it: they
-- may be longer than an entry of an index.
create index task_counted on task (account_id, status) include (due_date, due_at);
