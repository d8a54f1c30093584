-- What the identity provider said of the address at the last log-in; who was here before is asked at the next one.
alter table account add column email_verified boolean not null default false;

-- Names a session on the reader's list of devices; it opens nothing.
alter table session add column id uuid not null unique default gen_random_uuid();
