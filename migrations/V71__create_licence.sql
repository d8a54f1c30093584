-- What a contract lets the paper do with the words of one source. A source without a row has no contract.
create table licence (
    source text primary key,
    web boolean not null,
    archive_days int check (archive_days >= 0),
    epaper boolean not null,
    newsletter boolean not null,
    feeds boolean not null,
    ai boolean not null,
    territory text[] not null,
    until date,
    index boolean not null
);

-- When the right to show a story's words ends or ended; null for never. Kept with the story so that lists and the gate need not work it out.
alter table story add column expires_at timestamptz;
alter table story add column lapses_at timestamptz;

create index story_lapses on story (lapses_at) where lapses_at is not null;
