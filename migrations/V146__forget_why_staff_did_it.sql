-- What staff typed about a reader may name or describe the reader: it goes with the account. All else of a deed stays as it was.
create or replace function refuse_to_change_a_deed() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.reason = '-' and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason'
            and exists (select 1 from account where id = old.account and coalesce(erasing_at, erased_at) is not null) then
            return new;
        end if;
    end if;
    raise exception 'What staff did stays on record as it was';
end
$$;
