create table migrated (id integer);
insert into migrated select generate_series(1, 1000);

-- A thousand rows take longer than the answer to a request is waited for.
create function slowly(id integer) returns integer immutable language plpgsql as $$
begin
    perform pg_sleep(0.002);
    return id;
end;
$$;
