-- An agency's profile as the desk keeps it; it wins over what is configured and what is shipped. Secrets are not in it.
create table wire_profile (
    source text primary key check (source ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version int not null check (version > 0),
    profile text not null check (jsonb_typeof(profile::jsonb) = 'object'),
    changed_at timestamptz not null,
    changed_by text not null check (changed_by <> '')
);

-- Who changed it when, and what it said from then on.
create table wire_profile_change (
    source text not null references wire_profile,
    version int not null,
    profile text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (source, version)
);
