-- A meter may count some sections alone, or the days before an instant: each spend says in which section it was made, and when. What is known
-- of earlier ones is the month.
alter table meter
    add column sections text[],
    add column spent_at timestamptz[];

update meter set
    sections = array_fill(''::text, array[cardinality(stories)]),
    spent_at = array_fill(window_start, array[cardinality(stories)]);

alter table meter
    alter column sections set not null,
    alter column spent_at set not null,
    add constraint meter_spends_are_whole check (
        cardinality(stories) = cardinality(sections) and cardinality(stories) = cardinality(spent_at));
