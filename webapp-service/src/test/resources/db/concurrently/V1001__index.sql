create index concurrently made_concurrently on migrated (slowly(id));
