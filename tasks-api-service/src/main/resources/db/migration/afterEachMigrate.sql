-- The connection returns to the pool for requests.
select set_config('lock_timeout', current_setting('taskmaster.lock_timeout'), false),
       set_config('statement_timeout', current_setting('taskmaster.statement_timeout'), false);
