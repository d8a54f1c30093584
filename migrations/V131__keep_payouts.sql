-- What Stripe sent to the publisher's bank, and the entries that each payout is the sum of.
create table payout (
    id text primary key,
    created_at timestamptz not null,
    arrives_at timestamptz not null,
    status text not null,
    automatic boolean not null,
    paise bigint not null
);

create index payout_by_time on payout (created_at);

create table payout_entry (
    id text primary key,
    payout text not null references payout,
    category text not null,
    source text,
    at timestamptz not null,
    gross bigint not null,
    fee bigint not null,
    net bigint not null,
    -- Whose money it is, once the ledger knows
    invoice text,
    check (net = gross - fee)
);

create index payout_entry_of_payout on payout_entry (payout);
create index payout_entry_unmatched on payout_entry (source) where invoice is null;

-- By what Stripe's books call a payment: its charge
create index stripe_object_by_charge on stripe_object ((content -> 'latest_charge' ->> 'id')) where kind = 'payment_intent';
