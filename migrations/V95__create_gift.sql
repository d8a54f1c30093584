-- How many stories a giver has given in a calendar month. The key is an HMAC under the month's secret: it names nobody once that is destroyed.
create table gift_allowance (
    giver_key bytea not null,
    window_start timestamptz not null,
    given int not null check (given >= 0),
    primary key (giver_key, window_start)
);

-- A gift link. Who opened it stands here under keys of the same month, and goes with the row when the link ends.
create table gift (
    id bytea primary key,
    giver_key bytea not null,
    given_at timestamptz not null,
    story bigint not null references story,
    expires_at timestamptz not null,
    seats int not null check (seats > 0),
    taken int not null default 0 check (taken between 0 and seats),
    readers bytea[] not null default '{}'
);

create index gift_of_giver on gift (giver_key, story);
create index gift_of_reader on gift using gin (readers);
create index gift_by_end on gift (expires_at);
