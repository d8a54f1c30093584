-- A policy may put a wall into a story that was published free, so the words behind its first paragraph must not stand in front of it. An opening
-- that does not begin with a paragraph stays whole: it cannot be cut without reading its HTML.
with cut as (
    insert into story_body (story, html)
    select id, ltrim(substr(opening, strpos(opening, '</p>') + 4), E' \n')
    from story
    where access = 'FREE' and status = 'PUBLISHED' and opening like '<p>%'
        and ltrim(substr(opening, strpos(opening, '</p>') + 4), E' \n') <> ''
    on conflict (story) do nothing
    returning story
)
update story set opening = substr(opening, 1, strpos(opening, '</p>') + 3)
from cut
where story.id = cut.story;
