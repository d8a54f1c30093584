-- Complimentary access: who gave it to whom, why, and who took it back. Rows stay; what they open is an entitlement with the same id as its cause.
create table comp (
    id bigint generated always as identity primary key,
    account bigint not null references account,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null check (reason <> ''),
    granted_by bigint not null references account,
    revoked_at timestamptz,
    revoked_by bigint references account,
    check (starts_at < ends_at),
    check ((revoked_at is null) = (revoked_by is null))
);

create index comp_of_account on comp (account);

alter table entitlement drop constraint entitlement_cause_kind_check;
alter table entitlement add constraint entitlement_cause_kind_check check (cause_kind in ('SUBSCRIPTION', 'COMP'));
