-- What the desk's lists are filtered by, beside the canonical copy.
alter table wire_item
    add column slugline text not null default '',
    add column urgency smallint not null default 0 check (urgency between 0 and 9),
    add column section text not null default '';

-- Items that came before this migration. Escaped characters stay escaped: it is a label to search by, and the copy is not touched.
update wire_item
set slugline = coalesce(substring(copy from '"slugline":"((?:[^"\\]|\\.)*)"'), ''),
    urgency = coalesce(substring(copy from '"urgency":"([1-9])"')::smallint, 0);

update wire_item i set section = s.section from story s where s.id = i.story and i.standing = 'PUBLISHED';

-- The words editors look for. Sluglines join words with slashes, which the parser of full text takes for paths; a hostile headline is not
-- indexed whole.
alter table wire_item
    add column words tsvector generated always as (
        to_tsvector('simple', translate(left(headline || ' ' || slugline, 2000), '/\-_.:,;"''()[]’‘“”–—', repeat(' ', 20)))
    ) stored;

create index wire_item_words on wire_item using gin (words);
create index wire_item_of_standing on wire_item (standing, received_at desc, id desc);
create index wire_item_of_agency on wire_item (source, received_at desc, id desc);
create index wire_item_of_file on wire_item (source, file_hash);

-- From an item back to every file that brought it.
create index wire_outcome_of_item on wire_outcome (item);

-- Most items are accepted; the others are looked for.
create index wire_outcome_unusual on wire_outcome (outcome, source, file_hash) where outcome <> 'ACCEPTED';

-- When the same bytes came last (null while they came once), and the build that read them first.
alter table wire_file
    add column last_received_at timestamptz,
    add column read_by text not null default '';

create index wire_file_newest on wire_file (received_at, source, hash);
create index wire_file_of_agency on wire_file (source, received_at, hash);
