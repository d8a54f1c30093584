-- An account's one customer at Stripe. The claim comes first and names the request, so that asking twice makes one customer.
create table stripe_customer (
    account bigint primary key references account,
    claim uuid not null unique,
    claimed_at timestamptz not null,
    customer text unique
);
