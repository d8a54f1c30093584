alter table wire_item drop constraint wire_item_kind_check;
alter table wire_item add constraint wire_item_kind_check check (
    kind in ('FILED', 'UPDATED', 'CORRECTED', 'KILLED', 'WITHHELD', 'ADVISORY', 'UNREADABLE'));

-- An agency's wish that an item be held back. Unlike a tombstone it is lifted again, by a release or by a newer version that an editor takes.
create table wire_withhold (
    source text not null,
    guid text not null,
    item bigint not null references wire_item,
    withheld_at timestamptz not null,
    primary key (source, guid)
);
