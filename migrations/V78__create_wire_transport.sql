-- How each way on which copy reaches us fares: what the desk and the operator look at when an agency seems silent.
create table wire_transport (
    kind text not null check (kind in ('PUSH', 'FOLDER', 'MAILBOX', 'FEED')),
    source text not null,
    name text not null,
    last_success timestamptz,
    last_error timestamptz,
    error text not null default '',
    primary key (kind, source, name),
    constraint error_has_its_words check ((last_error is null) = (error = ''))
);
