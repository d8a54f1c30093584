-- A subscription may be paused, and may have another plan waiting at the end of the term.
alter table subscription drop constraint subscription_state_check;
alter table subscription add constraint subscription_state_check
    check (state in ('AWAITING', 'RUNNING', 'ENDING', 'PAUSED', 'PAST_DUE', 'ENDED'));

alter table subscription
    add column resumes_at timestamptz,
    add column next_plan text,
    add column next_paise bigint,
    add column next_from timestamptz,
    add constraint next_plan_is_whole check ((next_plan is null) = (next_paise is null) and (next_plan is null) = (next_from is null));

drop index one_live_subscription_per_account;
create unique index one_live_subscription_per_account on subscription (account)
    where state in ('RUNNING', 'ENDING', 'PAUSED', 'PAST_DUE') and duplicate_of is null;
