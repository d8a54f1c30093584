-- Who has had a trial: each account has one, ever, whatever the plan and whatever became of it.
create table trial (
    account bigint primary key references account,
    subscription text not null unique,
    began_at timestamptz not null
);
