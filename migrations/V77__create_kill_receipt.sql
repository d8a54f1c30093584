-- What each surface of each node wrote after it had dropped a withdrawn story.
create table kill_receipt (
    withdrawal bigint not null references withdrawal,
    surface text not null,
    node text not null,
    dropped_at timestamptz not null,
    primary key (withdrawal, surface, node)
);
