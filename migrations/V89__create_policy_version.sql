-- The rules of the wall, each version as it was saved, and from when it holds. A version is never changed: what was decided under it is looked
-- into under it. One that does not hold yet may be withdrawn, by a row that has no rules of its own.
create table policy_version (
    version bigint primary key check (version >= 0),
    active_from timestamptz not null,
    made_by text not null,
    made_at timestamptz not null,
    note text not null,
    rules jsonb,
    withdraws bigint unique references policy_version,
    constraint policy_holds_no_earlier_than_it_was_made check (version = 0 or active_from >= made_at),
    constraint policy_has_rules_or_withdraws_some check (num_nonnulls(rules, withdraws) = 1)
);

create function policy_version_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A policy version is never changed or deleted: add another';
end $$;

create trigger policy_version_stays before update or delete or truncate on policy_version
    for each statement execute function policy_version_stays();

create function policy_version_withdraws_in_time() returns trigger language plpgsql as $$
begin
    if not exists (select from policy_version held where held.version = new.withdraws and held.rules is not null
                   and held.active_from > new.made_at) then
        raise exception 'Policy version % holds already and cannot be withdrawn', new.withdraws;
    end if;
    return new;
end $$;

create trigger policy_version_withdraws_in_time before insert on policy_version
    for each row when (new.withdraws is not null) execute function policy_version_withdraws_in_time();
