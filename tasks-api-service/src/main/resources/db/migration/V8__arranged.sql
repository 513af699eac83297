-- How many versions of a task only made room for others in the order: nobody changed it for these.
alter table task add column arranged integer not null default 0;
