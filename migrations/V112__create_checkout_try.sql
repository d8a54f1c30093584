-- What was tried on the way to a payment, for as long as limits and staff look back: some days.
create table checkout_try (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('QUOTED', 'OPENED', 'FAILED', 'WRONG_CODE', 'REFUSED')),
    account bigint,
    network text,
    at timestamptz not null,
    charge text unique,
    constraint somebody_tried check (account is not null or network is not null),
    constraint a_failed_payment_is_a_charge check ((kind = 'FAILED') = (charge is not null))
);

create index checkout_try_of_account on checkout_try (account, kind, at);
create index checkout_try_of_network on checkout_try (network, kind, at);
create index checkout_try_by_age on checkout_try (at);
