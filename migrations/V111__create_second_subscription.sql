-- Subscriptions that readers bought beside the one they had. Each is ended and paid back; it stays here for the books.
create table second_subscription (
    subscription text primary key,
    account bigint not null references account,
    seen_at timestamptz not null,
    ended_at timestamptz
);

create index second_subscription_of_account on second_subscription (account, seen_at);
