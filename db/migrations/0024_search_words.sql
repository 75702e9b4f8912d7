-- Search by words as people write them: joined by marks, in either form of Unicode, in their Indonesian forms.

-- Letters without their marks (so NFC and NFD are one), no apostrophes (Jum'at, Jumat), blanks for all other punctuation
-- but quotes and dashes, numbers without leading noughts (RT 03, RT 3).
create function plain_words(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(translate(regexp_replace(regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f''’‘ʼ`´]', '', 'g'),
    '[!#-,./:-@[-`{-~\u2010-\u2027\u2030-\u205e\u00a1-\u00bf\u00d7\u00f7\u3001\u3002]', ' ', 'g'), '“”', '""'), '\m0+(?=[0-9])', '', 'g')
$$;

-- Other roots of a word, where the stemmer goes wrong: Indonesian changes the root's beginning (menolak and penolakan have
-- olak, perusakan usak), and a root may end as if it had an ending (keluhan has luhan, tolakan tola). What is no root of
-- anything finds nothing.
create function other_roots(word text) returns text[] language sql immutable strict parallel safe as $$
  select array_remove(array[bare, case when word ~ '^ke[b-df-hj-np-tv-z].+an$' then left(word, -2) end,
    case when word ~ 'kan$' then left(coalesce(bare, word), -2) end], null)
  from (select case
    when word ~ '^[mp]en[aiueo]' then 't' || substr(word, 4)
    when word ~ '^[mp]eng[aiueo]' then 'k' || substr(word, 5)
    when word ~ '^per[aiueo]' then 'r' || substr(word, 4)
  end) _ (bare)
$$;

-- Of a text that is searched. Words that end in -lah, -kah, -nya are kept whole, too: masalah, sekolah are no forms.
create function searched_words(said text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('indonesian', translate(plain_words(said), '-"', '  '))
    || to_tsvector('indonesian', coalesce((select string_agg(root, ' ') from regexp_split_to_table(plain_words(said), '[^[:alnum:]]+') word, unnest(other_roots(word)) root), ''))
    || to_tsvector('simple', coalesce((select string_agg(found[1], ' ') from regexp_matches(plain_words(said), '\m([[:alnum:]]+(?:lah|kah|nya))\M', 'g') found), ''))
    -- e-KTP is also ektp.
    || to_tsvector('simple', coalesce((select string_agg(found[1] || found[2], ' ') from regexp_matches(plain_words(said), '\m([a-z])-([a-z]+)\M', 'g') found), ''))
$$;

-- What somebody looks for: words, "phrases", or, -not. Each word in all its forms.
create function sought_words(q text) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  -- A dash within a word joins, one before a word denies, all others are nothing.
  words text := regexp_replace(' ' || plain_words(q), '([^[:space:]])-+|-+(?=[-[:space:]]|$)', '\1 ', 'g');
  sought tsquery := websearch_to_tsquery('indonesian', words);
  word text;
  root text;
  own tsquery;
  other tsquery;
begin
  for word in select distinct one from regexp_split_to_table(words, '[^[:alnum:]]+') one where one <> '' loop
    own := plainto_tsquery('indonesian', word);
    other := case when word ~ '(lah|kah|nya)$' then plainto_tsquery('simple', word) end;
    foreach root in array other_roots(word) loop
      other := coalesce(other || plainto_tsquery('indonesian', root), plainto_tsquery('indonesian', root));
    end loop;
    if numnode(own) = 1 and other is not null then sought := ts_rewrite(sought, own, own || other); end if;
  end loop;
  return sought;
end $$;

alter table complaints drop column search, drop column public_search;
alter table complaints
  add column search tsvector generated always as (
    setweight(searched_words(title), 'A') || searched_words(description)
  ) stored,
  add column public_search tsvector generated always as (
    case when confidentiality = 'terbuka' and not public_hidden
      then setweight(searched_words(public_title), 'A') || searched_words(public_description)
    end
  ) stored;
create index on complaints using gin (search);
create index on complaints using gin (public_search);
