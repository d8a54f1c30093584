-- What staff did for or to a reader's money: who, when, what, why, and how things stood before and after. Rows are only ever added.
create table billing_deed (
    id uuid primary key,
    at timestamptz not null,
    made_by bigint not null,
    account bigint not null,
    what text not null check (what in ('SYNCED', 'REFUNDED', 'REFUND_REFUSED', 'ENDED_NOW', 'ENDED_AT_TERM')),
    subject text not null,
    paise bigint not null default 0,
    reason text not null check (reason <> ''),
    before text not null,
    after text not null
);

create index billing_deed_of_account on billing_deed (account, at);

create function refuse_to_change_a_deed() returns trigger language plpgsql as $$
begin
    raise exception 'What staff did stays on record as it was';
end
$$;

create trigger billing_deed_is_only_added_to before update or delete on billing_deed
    for each row execute function refuse_to_change_a_deed();
create trigger billing_deed_is_not_emptied before truncate on billing_deed
    for each statement execute function refuse_to_change_a_deed();

-- A refund that staff asked for. Written down before Stripe is asked, and names that request, so that asking again counts once.
create table refund_order (
    id uuid primary key,
    at timestamptz not null,
    made_by bigint not null,
    account bigint not null,
    subscription text not null,
    payment_intent text not null,
    paise bigint not null check (paise > 0),
    reason text not null check (reason <> ''),
    before text not null,
    state text not null check (state in ('ASKED', 'DONE', 'REFUSED')),
    refund text unique,
    constraint done_refund_has_a_number check ((state = 'DONE') = (refund is not null))
);

create unique index one_unanswered_refund_a_payment on refund_order (payment_intent) where state = 'ASKED';
create index refund_order_of_account on refund_order (account, at);
