-- Which of the agency's words a story was made of, asked when an update of it is shown.
create index wire_item_of_story on wire_item (story, id desc) where story is not null;
