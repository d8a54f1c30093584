-- An editor's word that the agency lets a held item be used: who, why, when. Nothing is ever let go without such a row.
create table wire_leave (
    id bigint generated always as identity primary key,
    item bigint not null references wire_item,
    editor text not null,
    word text not null check (word ~ '\S'),
    at timestamptz not null
);

create index wire_leave_of_item on wire_leave (item, id);
