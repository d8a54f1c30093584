-- Tax invoices and credit notes as issued. They are kept though the account goes: the law wants them for 72 months after the annual return of their
-- year is due (CGST Act 2017, section 36), so their account is a bare number and refers to nothing.
create table tax_paper (
    number text primary key check (number ~ '^[A-Za-z0-9/-]{1,16}$'),
    kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    fiscal_year integer not null,
    serial integer not null check (serial > 0),
    -- Stripe's id of what it was issued for: the paid invoice, the refund, the lost dispute
    ref text not null,
    credits text references tax_paper,
    account bigint not null,
    subscription text not null,
    plan text not null,
    issued_at timestamptz not null,
    supplied_at timestamptz not null,
    starts_at timestamptz,
    ends_at timestamptz,
    description text not null,
    code text not null,
    basis_points integer not null check (basis_points >= 0),
    paise bigint not null check (paise > 0),
    taxable bigint not null check (taxable >= 0),
    central bigint not null check (central >= 0),
    state bigint not null check (state >= 0),
    integrated bigint not null check (integrated >= 0),
    seller_name text not null,
    seller_address text not null,
    seller_gstin text not null,
    buyer_name text not null,
    buyer_address text not null,
    buyer_gstin text,
    place_of_supply text not null check (place_of_supply ~ '^[0-9]{2}$'),
    unique (kind, ref),
    unique (kind, fiscal_year, serial),
    constraint the_parts_make_the_whole check (taxable + central + state + integrated = paise),
    constraint taxed_within_or_between_states check (integrated = 0 or central + state = 0),
    constraint a_credit_note_names_its_invoice check ((kind = 'CREDIT_NOTE') = (credits is not null))
);

create unique index tax_paper_by_address on tax_paper (replace(number, '/', '-'));
create index tax_paper_of_account on tax_paper (account, issued_at);
create index tax_paper_by_time on tax_paper (issued_at);
create index tax_paper_crediting on tax_paper (credits);

create function refuse_to_change_a_tax_paper() returns trigger language plpgsql as $$
begin
    raise exception 'A tax paper that was issued is neither changed nor taken back';
end
$$;

create trigger tax_paper_stays_as_issued before update or delete on tax_paper
    for each row execute function refuse_to_change_a_tax_paper();
create trigger tax_papers_are_not_emptied before truncate on tax_paper
    for each statement execute function refuse_to_change_a_tax_paper();
