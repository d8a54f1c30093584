-- From where ours had gone astray: the number of the look that ours came from; below 0 where there was nothing of ours. Two looks that start from the
-- same find the same drift. None for drift from before this was written down.
alter table drift add column departed bigint;

create unique index one_drift_from_a_state on drift (subscription, departed, healed);
