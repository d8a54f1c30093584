-- Who goes over to a longer plan at the moment of buying has paid two terms that begin at the same second. Each is still paid once, by its invoice.
alter table term drop constraint term_pkey, drop constraint term_invoice_ref_key, add primary key (invoice_ref);
create index term_of_subscription on term (subscription, starts_at);
