-- Credit and disclaimer follow from what was done to an agency's words, and a story of an agency is never without its credit.
alter table story add column handling text check (handling in ('UNTOUCHED', 'REFRAMED', 'EDITED'));
alter table story add column paid boolean;

update story set handling = 'UNTOUCHED', paid = false where source is not null;

alter table story drop constraint story_of_a_source_carries_its_credit;
alter table story add constraint story_of_a_source_carries_its_credit check (
    source is null or (credit_line is not null and btrim(credit_line) <> '' and handling is not null and paid is not null));
alter table story add constraint paid_story_is_free check (paid is not true or access = 'FREE');
