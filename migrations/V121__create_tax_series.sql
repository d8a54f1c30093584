-- The last number given in each series of tax papers, and when. A number is taken under the row's lock in the transaction that issues the paper, so
-- none is given twice and none is left out, on however many nodes.
create table tax_series (
    kind text primary key check (kind in ('INVOICE', 'CREDIT_NOTE')),
    last integer not null check (last >= 0),
    at timestamptz not null
);

insert into tax_series (kind, last, at) values ('INVOICE', 0, 'epoch'), ('CREDIT_NOTE', 0, 'epoch');
