-- An agency that was silent for longer than is usual for it. One that is silent now has an alert without an end.
create table wire_silence (
    id bigint generated always as identity primary key,
    source text not null,
    last_arrival timestamptz not null,
    alarm_after_seconds bigint not null check (alarm_after_seconds > 0),
    raised_at timestamptz not null,
    ended_at timestamptz,
    constraint silence_began_before_it_was_noticed check (last_arrival < raised_at),
    constraint silence_ends_after_it_began check (ended_at > last_arrival)
);

create unique index wire_silence_once on wire_silence (source) where ended_at is null;
