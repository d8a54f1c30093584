-- An erased account stays as a number without a name, because money and tax invoices hang on it.
alter table account add column erasing_at timestamptz;
alter table account add column erased_at timestamptz;
alter table account add constraint an_erased_account_has_no_name
    check (erased_at is null or (name = '' and email = ''));

-- Who was erased here and is yet to be deleted at the identity provider. A row goes when that is done.
create table erased_person (
    account bigint primary key references account,
    subject text not null,
    erased_at timestamptz not null,
    problem text not null default ''
);
