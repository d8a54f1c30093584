-- What each of our prices at Stripe sells. Rows stay for ever: whoever bought at a price that is no longer offered keeps it.
create table stripe_price (
    price text primary key,
    plan text not null,
    version integer not null,
    paise bigint not null,
    months integer not null,
    unique (plan, version)
);
