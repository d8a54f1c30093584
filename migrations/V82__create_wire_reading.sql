-- An order to read kept files again: all in quarantine, or all of an agency that came in a span of time. It goes on where it stopped.
create table wire_replay (
    id bigint generated always as identity primary key,
    source text not null,
    received_from timestamptz,
    received_until timestamptz,
    quarantined_only boolean not null,
    ordered_by text not null,
    ordered_at timestamptz not null,
    files int not null check (files >= 0),
    files_read int not null default 0,
    last_received_at timestamptz,
    last_source text,
    last_hash text,
    ended_at timestamptz,
    constraint replay_knows_where_it_is check (
        num_nulls(last_received_at, last_source, last_hash) in (0, 3))
);

-- Each time a kept file was read again: by whose order, with which build, and what that changed.
create table wire_reading (
    id bigint generated always as identity primary key,
    source text not null,
    file_hash text not null,
    at timestamptz not null,
    ordered_by text not null,
    build text not null,
    replay bigint references wire_replay,
    unchanged int not null,
    reread int not null,
    proposed int not null,
    appeared int not null,
    kept int not null,
    problem text not null,
    foreign key (source, file_hash) references wire_file (source, hash)
);

create index wire_reading_of_file on wire_reading (source, file_hash, id desc);
create index wire_reading_of_replay on wire_reading (replay);
