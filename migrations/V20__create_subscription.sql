create table subscription (
    id bigint generated always as identity primary key,
    account bigint not null references account,
    provider_ref text not null unique,
    plan text not null,
    state text not null check (state in ('AWAITING', 'RUNNING', 'ENDING', 'PAST_DUE', 'ENDED')),
    paid_through timestamptz,
    ends_at timestamptz,
    duplicate_of bigint references subscription,
    fetched_at timestamptz not null,
    constraint running_subscription_is_paid check (state in ('AWAITING', 'ENDED') or paid_through is not null)
);

create unique index one_live_subscription_per_account on subscription (account)
    where state in ('RUNNING', 'ENDING', 'PAST_DUE') and duplicate_of is null;

-- A paid span; a term is paid once.
create table term (
    subscription bigint not null references subscription,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    invoice_ref text not null unique,
    paise bigint not null,
    primary key (subscription, starts_at),
    check (starts_at < ends_at)
);

-- The right to read everything for a span, whoever gave it; each has a cause.
create table entitlement (
    cause_kind text not null check (cause_kind in ('SUBSCRIPTION')),
    cause text not null,
    account bigint not null references account,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (cause_kind, cause),
    check (starts_at <= ends_at)
);

create index entitlement_of_account on entitlement (account);
