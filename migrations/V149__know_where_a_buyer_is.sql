-- The State alone is kept of who has asked for nothing else on the invoice: then the name is empty, and invoices take the account's.
alter table invoice_details drop constraint invoice_details_name_check;
