-- How many walls were shown for a story, and what came of them: numbers by day, of nobody. Rows hold no instant, so that none can be laid beside
-- the instant of a purchase. Once the month after is over, checkouts and payments by story are kept only where they are many among many.
create table funnel_day (
    story bigint not null,
    step text not null check (step in ('WALL', 'PLANS', 'CHECKOUT', 'PAID')),
    day date not null,
    section text not null,
    times bigint not null check (times > 0),
    settled boolean not null default false,
    primary key (story, step, day, section)
);

create index funnel_day_by_day on funnel_day (day);
