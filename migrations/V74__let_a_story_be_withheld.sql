-- A story that is withheld is out of the paper as a killed one is, until it is released.
alter table story drop constraint story_status_check;
alter table story add constraint story_status_check check (status in ('PUBLISHED', 'WITHHELD', 'KILLED'));
alter table story drop constraint killed_story_has_a_notice_and_no_words;
alter table story add constraint withdrawn_story_has_a_notice_and_no_words check (
    status = 'PUBLISHED' or (notice is not null and opening = '' and teaser = '' and picture is null));
alter table story add constraint killed_story_says_when check (status <> 'KILLED' or killed_at is not null);

create index story_shows_picture on story (picture) where status = 'PUBLISHED' and picture is not null;

-- What a release needs to put everything back as it was.
alter table sealed_words add column picture text references picture;
alter table sealed_words add column picture_alt text;
alter table sealed_words add column picture_caption text;
alter table sealed_words add column picture_credit text;

-- Every order that took a story out of the paper.
create table withdrawal (
    id bigint generated always as identity primary key,
    story bigint not null references story,
    kind text not null check (kind in ('WITHHOLD', 'KILL')),
    ordered_by text not null,
    by_agency boolean not null,
    reason text not null,
    -- when the order reached us: the wire file's arrival, or the editor's click
    received_at timestamptz not null,
    release_asked_by text,
    release_asker bigint,
    release_reason text,
    lifted_by text,
    lifted_at timestamptz,
    constraint kill_is_final check (kind <> 'KILL' or lifted_at is null),
    constraint release_is_asked_by_somebody_for_a_reason check (
        (release_asker is null) = (release_asked_by is null) and (release_asker is null) = (release_reason is null))
);

create unique index story_killed_once on withdrawal (story) where kind = 'KILL';
create unique index story_withheld_once on withdrawal (story) where kind = 'WITHHOLD' and lifted_at is null;
create index withdrawal_by_arrival on withdrawal (received_at);
