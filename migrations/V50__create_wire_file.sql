-- What the agencies sent, byte for byte, for ever: a parser's mistake is then a second reading, not a loss.
create table wire_file (
    source text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    bytes bytea not null,
    charset text not null,
    transport text not null,
    name text not null,
    received_at timestamptz not null,
    arrivals int not null default 1,
    read_at timestamptz,
    primary key (source, hash)
);

create index wire_file_unread on wire_file (received_at) where read_at is null;
