-- A migration of a large table takes longer than any statement of a request, and has to wait for running ones. Set for
-- the session, not for a transaction, because an index that is created concurrently has none around it.
select set_config('taskmaster.lock_timeout', current_setting('lock_timeout'), false),
       set_config('taskmaster.statement_timeout', current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
