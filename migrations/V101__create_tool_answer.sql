-- What an editors' tool was answered, by the key of its request: sent again, the request gets the same answer and does nothing again.
create table tool_answer (
    key text primary key check (length(key) between 1 and 200),
    request bytea not null check (octet_length(request) = 32),
    story bigint not null references story,
    path text not null,
    version int not null,
    answered_at timestamptz not null
);

create index tool_answer_by_age on tool_answer (answered_at);
