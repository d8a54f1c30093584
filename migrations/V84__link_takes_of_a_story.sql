-- Takes of a running story come under numbers of their own. What links them is a guess: the slugline (else the headline) and the time.
alter table wire_item
    add column thread text not null default '',
    add column made_at timestamptz;

update wire_item set made_at = received_at;

alter table wire_item alter column made_at set not null;

create index wire_item_of_thread on wire_item (source, thread, made_at) where thread <> '';
