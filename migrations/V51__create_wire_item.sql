-- One version of an agency's item. The copy is the canonical form as JSON; a file that cannot be read is an item without one.
create table wire_item (
    id bigint generated always as identity primary key,
    source text not null,
    guid text not null,
    version text not null,
    content_hash text not null,
    file_hash text not null,
    kind text not null check (kind in ('FILED', 'UPDATED', 'CORRECTED', 'KILLED', 'ADVISORY', 'UNREADABLE')),
    standing text not null check (
        standing in ('NEW', 'HELD', 'QUARANTINED', 'PUBLISHED', 'IGNORED', 'SUPERSEDED', 'KILLED')),
    reason text not null,
    headline text not null,
    embargo timestamptz,
    received_at timestamptz not null,
    copy text,
    story bigint references story,
    foreign key (source, file_hash) references wire_file (source, hash),
    constraint item_without_copy_is_unreadable check ((copy is null) = (kind = 'UNREADABLE')),
    constraint published_item_has_its_story check (standing <> 'PUBLISHED' or story is not null),
    constraint wire_item_once unique (source, guid, version, content_hash)
);

create index wire_item_inbox on wire_item (received_at desc, id desc);

-- What became of each item of each file, at its arrival.
create table wire_outcome (
    source text not null,
    file_hash text not null,
    number int not null,
    item bigint not null references wire_item,
    outcome text not null check (outcome in ('ACCEPTED', 'DUPLICATE', 'SUPERSEDED', 'QUARANTINED')),
    reason text not null,
    primary key (source, file_hash, number),
    foreign key (source, file_hash) references wire_file (source, hash)
);
