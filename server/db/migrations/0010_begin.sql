-- A meeting is made long before it is held: its clock stands until who leads begins.
alter table meeting alter column phase_started_at drop default;
alter table meeting alter column phase_started_at drop not null;
