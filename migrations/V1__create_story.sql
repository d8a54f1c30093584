create table author (
    id text primary key,
    name text not null,
    bio text not null default ''
);

create table topic (
    slug text primary key,
    name text not null
);

-- The name of a picture is the SHA-256 of its bytes, so an address never shows another picture.
create table picture (
    id text primary key,
    media_type text not null,
    width int not null,
    height int not null,
    bytes bytea not null
);

-- One row a day of the publisher's zone: the last number given to a story of that day.
create table story_number (
    day date primary key,
    last int not null check (last between 1 and 99999)
);

create table story (
    id bigint primary key check (id between 100000000000 and 199999999999),
    version int not null,
    status text not null check (status in ('PUBLISHED', 'KILLED')),
    access text not null check (access in ('FREE', 'METERED', 'PREMIUM')),
    section text not null,
    slug text not null,
    headline text not null,
    teaser text not null,
    opening text not null,
    source text,
    guid text,
    credit_line text,
    disclaimer text,
    sign_off text,
    picture text references picture,
    picture_alt text,
    picture_caption text,
    picture_credit text,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    correction text,
    corrected_at timestamptz,
    notice text,
    killed_at timestamptz,
    constraint story_of_a_source_carries_its_credit check (source is null or credit_line is not null),
    constraint killed_story_has_a_notice_and_no_words check (
        status <> 'KILLED' or (notice is not null and killed_at is not null and opening = '' and teaser = ''))
);

create unique index story_once_per_wire_item on story (source, guid) where guid is not null;
create index story_newest on story (published_at desc, id desc) where status = 'PUBLISHED';
create index story_newest_of_section on story (section, published_at desc, id desc) where status = 'PUBLISHED';

create table story_author (
    story bigint not null references story,
    position int not null,
    author text not null references author,
    primary key (story, position)
);

create table story_topic (
    story bigint not null references story,
    position int not null,
    topic text not null references topic,
    primary key (story, position)
);

-- The gated words, apart from the story so that a page without a grant has no way to them.
create table story_body (
    story bigint primary key references story,
    html text not null
);

-- What stood in the paper before each change, and who changed it.
create table story_version (
    story bigint not null references story,
    version int not null,
    at timestamptz not null,
    editor text not null,
    change text not null,
    headline text not null,
    teaser text not null,
    opening text not null,
    body text not null,
    primary key (story, version)
);

-- Where a kill puts the words: kept for the lawyers, read by no public path.
create table sealed_words (
    story bigint not null references story,
    version int not null,
    headline text not null,
    teaser text not null,
    opening text not null,
    body text not null,
    sealed_at timestamptz not null,
    primary key (story, version)
);
