-- The ledger: each different state of each of Stripe's objects that we were ever shown. Rows are only ever added, so that everything which is
-- derived from them can be derived again.
create table stripe_object (
    id bigint generated always as identity primary key,
    object text not null,
    kind text not null check (kind in ('subscription', 'invoice', 'payment_intent', 'dispute')),
    subscription text not null,
    account bigint not null,
    fetch_number bigint not null,
    seen_at timestamptz not null,
    content jsonb not null,
    unique (object, fetch_number)
);

create index stripe_object_of_subscription on stripe_object (subscription, object, fetch_number desc);

create function refuse_to_change_the_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of Stripe''s objects is only added to';
end
$$;

create trigger stripe_object_is_only_added_to before update or delete on stripe_object
    for each row execute function refuse_to_change_the_ledger();
create trigger stripe_object_is_not_emptied before truncate on stripe_object
    for each statement execute function refuse_to_change_the_ledger();
