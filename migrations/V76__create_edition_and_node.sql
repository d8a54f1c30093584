-- The paper's state as a number: raised by every transaction that changes the paper, as the last thing it does, so that the order of the numbers
-- is the order of the commits. A node that holds pages of this edition holds nothing that has left the paper.
create table edition (
    single boolean primary key default true check (single),
    number bigint not null,
    -- the edition in which a story last left the paper
    withdrawn bigint not null
);

insert into edition (number, withdrawn) values (0, 0);

-- The running processes of the site. A row that is seen no more belongs to one that died.
create table node (
    name text primary key,
    started_at timestamptz not null,
    last_seen timestamptz not null
);
