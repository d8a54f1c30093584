-- Letters about money, each fact's once. A letter holds no address and no text: whom it went to stands with the account, what it said follows from the
-- row. That an upcoming payment was announced, for how much and when, can be proved from it.
create table letter (
    kind text not null check (kind in ('RECEIPT', 'DECLINED', 'REFUND', 'DISPUTE', 'ENDED', 'UPCOMING', 'CARD_EXPIRING', 'RESUMING')),
    ref text not null,
    account bigint not null,
    subscription text not null,
    plan text not null,
    paise bigint not null,
    about timestamptz not null,
    why text,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
    queued_at timestamptz not null,
    sent_at timestamptz,
    tries integer not null default 0,
    claimed_until timestamptz,
    problem text,
    primary key (kind, ref),
    constraint what_was_sent_has_its_time check ((state = 'SENT') = (sent_at is not null))
);

create index letter_of_account on letter (account, queued_at);
