-- An agency's order to kill outlives the order: what it names never comes (back) into the paper, whenever it arrives.
create table wire_tombstone (
    source text not null,
    guid text not null,
    item bigint not null references wire_item,
    killed_at timestamptz not null,
    primary key (source, guid)
);
