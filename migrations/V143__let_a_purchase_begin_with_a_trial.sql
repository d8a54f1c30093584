-- The end of the trial that a subscription is on; none once its first term was paid.
alter table subscription add column trial_until timestamptz;

-- How many days of trial were quoted: they cost nothing today, and what comes after them is told. No offer makes a trial cheaper.
alter table quote add column trial_days integer not null default 0 check (trial_days between 0 and 30);
alter table quote add constraint a_trial_is_free_and_told_what_follows
    check (trial_days = 0 or (kind = 'NEW' and offer is null and today_paise = 0 and next_at is not null));
alter table checkout add column trial_days integer not null default 0 check (trial_days between 0 and 30);
