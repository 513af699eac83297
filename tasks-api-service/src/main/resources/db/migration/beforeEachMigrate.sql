-- A migration of a large table takes longer than any statement of a request, and has to wait for those that are under way. For
-- the session, and not for a transaction: there is none around an index that is made concurrently.
select set_config('taskmaster.lock_timeout', current_setting('lock_timeout'), false),
       set_config('taskmaster.statement_timeout', current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
