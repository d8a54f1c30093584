-- What a purchase or a change of plan would cost, as the reader was shown it before saying yes. Only what was accepted is kept.
create table quote (
    id uuid primary key,
    account bigint not null references account,
    kind text not null check (kind in ('NEW', 'UPGRADE', 'DOWNGRADE', 'PAUSE', 'RESUME', 'CANCEL')),
    subscription text,
    plan text not null,
    price text not null,
    offer text,
    today_paise bigint not null check (today_paise >= 0),
    tax_paise bigint not null check (tax_paise between 0 and today_paise),
    next_at timestamptz,
    next_paise bigint check (next_paise >= 0),
    renews_paise bigint not null check (renews_paise >= 0),
    reckoned_at timestamptz,
    created_at timestamptz not null,
    valid_until timestamptz not null,
    accepted_at timestamptz,
    invoice text unique,
    constraint a_change_names_what_it_changes check ((kind = 'NEW') = (subscription is null)),
    constraint next_payment_is_whole check ((next_at is null) = (next_paise is null)),
    constraint valid_for_some_time check (valid_until > created_at),
    constraint accepted_in_time check (accepted_at < valid_until),
    constraint only_what_was_accepted_is_charged check (invoice is null or accepted_at is not null)
);

create index quote_of_account on quote (account, created_at);
create index quote_not_accepted on quote (valid_until) where accepted_at is null;
