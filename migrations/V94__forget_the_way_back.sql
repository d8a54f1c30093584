-- The way back from payment is often the path of a story: it goes when the checkout is over, so that no row ties an account to a story.
update checkout set back = null where state in ('COMPLETE', 'EXPIRED');

alter table checkout add constraint expired_checkout_leads_nowhere check (state <> 'EXPIRED' or back is null);
