-- Which mail of a mailbox became which file. The numbers are the mail server's (RFC 9051, 2.3.1.1); a mail that was taken and not yet moved away
-- when the process died is not taken again.
create table wire_mail (
    mailbox text not null,
    uid_validity bigint not null,
    uid bigint not null,
    source text not null,
    file_hash text not null,
    was_read boolean not null,
    taken_at timestamptz not null,
    primary key (mailbox, uid_validity, uid),
    foreign key (source, file_hash) references wire_file (source, hash)
);

-- How far a feed was fetched: written after what it held was taken, never before.
create table wire_feed (
    source text not null,
    url text not null,
    answered_by text not null default '',
    etag text not null default '',
    last_modified text not null default '',
    hash text not null default '',
    failures int not null default 0 check (failures >= 0),
    next_at timestamptz not null,
    primary key (source, url)
);
