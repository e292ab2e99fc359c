-- Who was really there, as who leads has noted it; null until somebody has. `attendance` and `reason`
-- beside it are what was planned.
alter table participation add column attended text;
alter table participation add column attended_note text not null default '';
