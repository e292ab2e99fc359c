-- Documents of several kinds in the place of plans: a meeting (later a case) has as many as it needs,
-- each with its own id, owner and log. Everything that is stored goes along; plans get ids of their own.

create table document (
  id text primary key,
  kind text not null,
  meeting_id text references meeting (id) on delete cascade,
  case_id text references plan_case (id) on delete cascade,
  -- Whose document it is, where nobody else may open it; null where it is shared.
  owner_participation text references participation (id) on delete cascade,
  state text not null default 'open' check (state in ('open', 'freezing', 'frozen', 'sealed')),
  epoch bigint not null default 0,
  next_seq bigint not null default 1,
  schema_version integer not null default 1,
  freeze_deadline timestamptz,
  check (num_nonnulls(meeting_id, case_id) = 1)
);
create index document_meeting on document (meeting_id);
create unique index document_plan on document (meeting_id) where kind = 'plan';
create unique index document_owned on document (owner_participation, kind) where owner_participation is not null;

-- The log: append-only, gapless per document, one row a tick.
create table document_update (
  document_id text not null references document (id) on delete cascade,
  seq bigint not null,
  epoch bigint not null,
  bytes bytea not null,
  at timestamptz not null default now(),
  primary key (document_id, seq)
);

-- The compacted state up to and including `upto_seq`, encoded as Yjs V2.
create table document_state (
  document_id text primary key references document (id) on delete cascade,
  upto_seq bigint not null,
  bytes bytea not null,
  at timestamptz not null default now()
);

-- Which Yjs client id belongs to whom; claimed at first sight.
create table document_client (
  document_id text not null references document (id) on delete cascade,
  client_id bigint not null,
  participation_id text not null references participation (id) on delete cascade,
  primary key (document_id, client_id)
);

insert into document (id, kind, meeting_id, state, epoch, next_seq, schema_version, freeze_deadline)
select gen_random_uuid()::text, 'plan', meeting_id, state, epoch, next_seq, schema_version, freeze_deadline
from plan;

insert into document_update (document_id, seq, epoch, bytes, at)
select d.id, u.seq, u.epoch, u.bytes, u.at
from plan_update u join plan p on p.id = u.plan_id join document d on d.meeting_id = p.meeting_id;

insert into document_state (document_id, upto_seq, bytes, at)
select d.id, s.upto_seq, s.bytes, s.at
from plan_state s join plan p on p.id = s.plan_id join document d on d.meeting_id = p.meeting_id;

insert into document_client (document_id, client_id, participation_id)
select d.id, c.client_id, c.participation_id
from plan_client c join plan p on p.id = c.plan_id join document d on d.meeting_id = p.meeting_id;

drop table plan_client;
drop table plan_state;
drop table plan_update;
drop table plan;

-- What only its owner receives, for everybody at a meeting that still goes on.
insert into document (id, kind, meeting_id, owner_participation)
select gen_random_uuid()::text, 'own', p.meeting_id, p.id
from participation p join document d on d.meeting_id = p.meeting_id and d.kind = 'plan'
where p.person_id is not null and d.state in ('open', 'freezing');
