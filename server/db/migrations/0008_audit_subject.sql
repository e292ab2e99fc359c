-- A chain belongs to a subject: a case, a meeting or an account. Entries written before this keep their
-- bytes and hashes (form 1, which names a meeting); new ones say their subject (form 2).
alter table audit_event rename column meeting_id to subject_id;
alter table audit_event
  add column subject_kind text not null default 'meeting' check (subject_kind in ('case', 'meeting', 'account')),
  add column form smallint not null default 1 check (form in (1, 2) and (form = 2 or subject_kind = 'meeting'));
alter table audit_event alter column subject_kind drop default, alter column form drop default;
alter table audit_event drop constraint audit_event_pkey;
alter table audit_event add primary key (subject_kind, subject_id, seq);
