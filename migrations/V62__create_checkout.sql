-- A reader's try to buy a plan, and the payment page opened for it.
create table checkout (
    id uuid primary key,
    account bigint not null references account,
    plan text not null,
    price text not null,
    back text,
    expires_at timestamptz not null,
    session text unique,
    url text,
    subscription text,
    state text not null check (state in ('OPENING', 'OPEN', 'COMPLETE', 'EXPIRED')),
    constraint open_checkout_has_a_page check (state <> 'OPEN' or (session is not null and url is not null)),
    constraint complete_checkout_bought_something check (state <> 'COMPLETE' or subscription is not null)
);

create unique index one_pending_checkout_per_account on checkout (account) where state in ('OPENING', 'OPEN');
