-- Likely duplicates are found by full text and compared letter by letter then: at a hundred thousand reports this index led
-- to nearly all of them, and each filing had to write hundreds of entries.
drop index if exists complaints_text_trgm;
