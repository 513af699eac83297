-- A change sorts its words into the index at once. Else up to 4 MB of them are collected first, which each search has to read
-- through; and they make the index look so expensive that a search reads all tasks of its account instead.
alter index task_lexeme set (fastupdate = off);
select gin_clean_pending_list('task_lexeme');
