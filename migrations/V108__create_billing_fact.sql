-- What happened to money and subscriptions, each thing once: derived from the ledger, and never taken back.
create table billing_fact (
    kind text not null check (kind in ('BEGAN', 'PAID', 'DECLINED', 'REFUNDED', 'DISPUTED', 'DISPUTE_WON', 'DISPUTE_LOST', 'ENDED')),
    ref text not null,
    account bigint not null,
    subscription text not null,
    plan text not null,
    invoice text,
    paise bigint not null,
    at timestamptz not null,
    starts_at timestamptz,
    ends_at timestamptz,
    why text check (why in ('READER', 'PAYMENT', 'DISPUTE')),
    noted_at timestamptz not null,
    primary key (kind, ref),
    constraint only_an_end_has_a_reason check ((kind = 'ENDED') = (why is not null)),
    constraint a_span_is_whole check ((starts_at is null) = (ends_at is null))
);

create index billing_fact_of_account on billing_fact (account, at);
create index billing_fact_of_subscription on billing_fact (subscription, at);
create index billing_fact_by_time on billing_fact (kind, at);
