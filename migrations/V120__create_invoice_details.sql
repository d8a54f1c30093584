-- What a reader asked to have on tax invoices. What an invoice was issued with stays on it, whatever is written here later; with the account it goes.
create table invoice_details (
    account bigint primary key references account on delete cascade,
    name text not null check (name <> ''),
    address text not null,
    state text not null check (state ~ '^[0-9]{2}$'),
    gstin text check (gstin ~ '^[0-9]{2}[A-Z0-9]{13}$'),
    changed_at timestamptz not null,
    constraint a_registered_buyer_is_where_registered check (gstin is null or left(gstin, 2) = state),
    constraint a_registered_buyer_has_an_address check (gstin is null or address <> '')
);
