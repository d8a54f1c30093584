-- Reader keys are HMACs under the secret of the calendar month; destroying the secret forgets who read what.
create table meter_secret (
    month date primary key,
    secret bytea not null
);

create table meter (
    reader_key bytea not null,
    window_start timestamptz not null,
    stories bigint[] not null,
    primary key (reader_key, window_start)
);
