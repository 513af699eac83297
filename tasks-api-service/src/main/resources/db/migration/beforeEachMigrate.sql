-- A migration of a large table takes longer than any statement of a request, and has to wait for those that are under way.
set local lock_timeout = 0;
set local statement_timeout = 0;
