-- Who of the staff asked about which reader and which story. Forgotten with the month whose secret made the reader's key.
create table decision_inquiry (
    id bigint generated always as identity primary key,
    month date not null,
    reader_key bytea not null,
    story bigint not null,
    asked_by bigint not null references account,
    asked_at timestamptz not null
);

create index decision_inquiry_newest on decision_inquiry (asked_at desc);
