-- The quote that the reader accepted for a checkout; none for those from before there were quotes.
alter table checkout add column quote uuid references quote;
