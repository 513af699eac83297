-- The connection goes back to those that requests use.
select set_config('lock_timeout', current_setting('taskmaster.lock_timeout'), false),
       set_config('statement_timeout', current_setting('taskmaster.statement_timeout'), false);
