-- A search leaves words aside that would not fit into a lexeme (2,046 bytes) with the account in front of them.
create or replace function words_of(texts text) returns text[]
    language sql immutable parallel safe
    return array(
        select word
          from unnest(tsvector_to_array(to_tsvector('simple', regexp_replace(texts, '[!-/:-@\[-`{-~]+', ' ', 'g')))) as word
         where octet_length(word) <= 2000);
