-- An event waits in the inbox itself until what it points at was fetched: due_at is when it may be taken (again), which a worker that took it
-- moves ahead, so that another takes it where that worker died.
alter table stripe_event
    add column due_at timestamptz,
    add column tries integer not null default 0,
    add column reason text check (reason in ('OTHER_MODE', 'OTHER_TRAIN', 'UNKNOWN_TYPE', 'FOREIGN', 'NOT_AT_STRIPE', 'NO_SUBSCRIPTION'));

update stripe_event set due_at = received_at;
update stripe_event set reason = case
        when note like 'of %' then 'OTHER_MODE'
        when note like 'written in %' then 'OTHER_TRAIN'
        when note like '%is not ours' then 'FOREIGN'
        when note like 'Stripe knows no %' then 'NOT_AT_STRIPE'
        else 'NO_SUBSCRIPTION' end
    where state = 'PARKED';

alter table stripe_event
    alter column due_at set not null,
    drop constraint parked_event_says_why,
    add constraint parked_event_says_why check ((state = 'PARKED') = (reason is not null) and (state <> 'PARKED' or note is not null));

drop index stripe_event_not_heard;
create index stripe_event_waiting on stripe_event (due_at) where state = 'WAITING';
create index stripe_event_parked on stripe_event (received_at) where state = 'PARKED';

delete from scheduled_tasks where task_name = 'stripe-event';
