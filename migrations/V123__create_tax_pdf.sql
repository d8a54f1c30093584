-- The very bytes of each tax paper. Set once; a later release sets new papers differently, never these.
create table tax_pdf (
    number text primary key references tax_paper,
    bytes bytea not null,
    made_at timestamptz not null
);

create trigger tax_pdf_stays_as_issued before update or delete on tax_pdf
    for each row execute function refuse_to_change_a_tax_paper();
create trigger tax_pdfs_are_not_emptied before truncate on tax_pdf
    for each statement execute function refuse_to_change_a_tax_paper();
