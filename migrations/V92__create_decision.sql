-- What the gate said to whom, and the facts it said it for. The reader is there as an HMAC under the secret of the month. One partition a month,
-- made together with the secret and dropped together with it: dropping takes no longer for fifty million rows than for five, and leaves none of
-- them behind in the file, as a delete does until a vacuum.
create table decision (
    month date not null,
    reader_key bytea not null,
    story bigint not null,
    -- of several that were the same but for the instant, within one batch
    first_at timestamptz not null,
    last_at timestamptz not null,
    times int not null check (times > 0),
    policy_version bigint not null,
    rule text not null,
    outcome text not null,
    used_after int not null,
    facts jsonb not null,
    check (first_at <= last_at)
) partition by list (month);

do $$
declare
    known date;
begin
    for known in select month from meter_secret loop
        execute format('create table %I partition of decision for values in (%L)', 'decision_' || to_char(known, 'YYYY_MM'), known);
    end loop;
end
$$;

create index decision_of_reader on decision (reader_key, story, first_at);

-- How many decisions of a second were made and not kept: the process died, or the database was away for too long.
create table decision_loss (
    second timestamptz not null,
    node text not null,
    lost int not null check (lost > 0),
    primary key (second, node)
);
