-- Who has used which offer: each once.
create table offer_redemption (
    offer text not null,
    account bigint not null references account,
    quote uuid not null unique references quote,
    redeemed_at timestamptz not null,
    primary key (offer, account)
);

-- What makes a checkout cheaper: the publication's offer, and its promotion code at Stripe.
alter table checkout
    add column offer text,
    add column promotion text,
    add constraint an_offer_is_a_promotion check ((offer is null) = (promotion is null));

create index checkout_of_offer on checkout (offer) where state in ('OPENING', 'OPEN');
