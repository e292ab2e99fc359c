-- Plan meetings: cases, people, meetings, links, the plan log, versions, sign-offs, audit.
-- Written for PostgreSQL 15; forward only. The tables of the accounts are made before this.

create table organisation (
  id text primary key,
  name text not null,
  kind text not null
);

create table plan_case (
  id text primary key,
  label text not null,
  reference text not null,
  jurisdiction text not null default 'DE',
  language text not null default 'de',
  custody text not null default '',
  authority_id text not null references organisation (id),
  index_person_id text not null,
  status text not null,
  opened_on date not null
);

create table person (
  id text primary key,
  case_id text not null references plan_case (id) on delete cascade,
  first_name text not null,
  last_name text not null default '',
  -- As the family says it: "Leon", "Frau Wegner", "Oma Renate".
  display_name text not null,
  initials text not null,
  hue smallint not null default 0,
  subtitle text not null default '',
  roles text[] not null default '{}',
  organisation_id text references organisation (id),
  function text not null default '',
  relation text not null default '',
  phone text,
  address text not null default 'sie',
  language text not null default 'de',
  account_id text,
  rank smallint not null default 0
);
create index person_case on person (case_id);
create index person_account on person (account_id) where account_id is not null;

create table meeting (
  id text primary key,
  case_id text not null references plan_case (id) on delete cascade,
  number integer not null,
  type text not null,
  date date not null,
  start_time text not null,
  end_time text not null,
  mode text not null,
  place text not null,
  moderator_id text not null references person (id),
  phase text not null default 'ankommen',
  phase_started_at timestamptz not null default now(),
  -- [{"phase": "...", "minutes": 10, "done": false}], in the order that this office chose.
  phases jsonb not null,
  turn_person_id text references person (id),
  -- The sealed version this meeting starts from.
  previous_version_id text,
  created_at timestamptz not null default now(),
  unique (case_id, number)
);

-- The working document of a meeting: who owns it (epoch), its next log number, its state.
create table plan (
  id text primary key,
  meeting_id text not null unique references meeting (id) on delete cascade,
  state text not null default 'open' check (state in ('open', 'freezing', 'frozen', 'sealed')),
  epoch bigint not null default 0,
  next_seq bigint not null default 1,
  schema_version integer not null default 1,
  freeze_deadline timestamptz
);

-- The log: append-only, gapless per plan, one row a tick.
create table plan_update (
  plan_id text not null references plan (id) on delete cascade,
  seq bigint not null,
  epoch bigint not null,
  bytes bytea not null,
  at timestamptz not null default now(),
  primary key (plan_id, seq)
);

-- The compacted state up to and including `upto_seq`, encoded as Yjs V2.
create table plan_state (
  plan_id text primary key references plan (id) on delete cascade,
  upto_seq bigint not null,
  bytes bytea not null,
  at timestamptz not null default now()
);

create table participation (
  id text primary key,
  meeting_id text not null references meeting (id) on delete cascade,
  -- null for the shared screen, which is nobody
  person_id text references person (id),
  role text not null,
  attendance text not null,
  reason text not null default '',
  expected_to_sign boolean not null default false,
  removed_at timestamptz,
  unique (meeting_id, person_id)
);
create index participation_meeting on participation (meeting_id);

-- Which Yjs client id belongs to whom; claimed at first sight.
create table plan_client (
  plan_id text not null references plan (id) on delete cascade,
  client_id bigint not null,
  participation_id text not null references participation (id) on delete cascade,
  primary key (plan_id, client_id)
);

-- Personal links. Only the SHA-256 of the token is kept.
create table join_link (
  id text primary key,
  participation_id text not null references participation (id) on delete cascade,
  token_hash bytea not null unique,
  purpose text not null default 'teilnehmen',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  first_used_at timestamptz,
  revoked_at timestamptz
);
create index join_link_participation on join_link (participation_id);

-- A device that came by a link (or by an account). Its secret lives in a cookie, its hash here.
create table device (
  id text primary key,
  participation_id text not null references participation (id) on delete cascade,
  secret_hash bytea not null unique,
  link_id text references join_link (id) on delete cascade,
  -- An account's session: signing out ends the device.
  auth_session_id text,
  state text not null check (state in ('asked', 'waiting', 'admitted', 'refused', 'ended')),
  second_device boolean not null default false,
  language text,
  address text,
  created_at timestamptz not null default now(),
  waiting_since timestamptz,
  admitted_at timestamptz,
  expires_at timestamptz not null
);
create index device_participation on device (participation_id);

-- Frozen versions: never changed. `content` holds exactly the canonical bytes that were hashed.
create table protocol_version (
  id text primary key,
  meeting_id text not null references meeting (id) on delete restrict,
  number text not null,
  code text not null,
  content bytea not null,
  sha256 text not null,
  supersedes text references protocol_version (id),
  frozen_at timestamptz not null,
  sealed_at timestamptz,
  unique (meeting_id, number)
);

create function refuse_version_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a protocol version is never deleted';
  end if;
  if (new.id, new.meeting_id, new.number, new.code, new.content, new.sha256, new.supersedes, new.frozen_at)
     is distinct from
     (old.id, old.meeting_id, old.number, old.code, old.content, old.sha256, old.supersedes, old.frozen_at)
     or (old.sealed_at is not null and new.sealed_at is distinct from old.sealed_at) then
    raise exception 'a protocol version is never changed';
  end if;
  return new;
end $$;
create trigger protocol_version_fixed before update or delete on protocol_version
  for each row execute function refuse_version_change();

-- Decisions. A later decision of the same person is a new row; nothing is overwritten.
create table signoff (
  id text primary key,
  version_id text not null references protocol_version (id) on delete restrict,
  person_id text not null references person (id),
  decision text not null,
  remark text,
  think_until date,
  method text not null,
  typed_name text,
  sha256 text not null,
  at timestamptz not null default now()
);
create index signoff_version on signoff (version_id);

-- Who did what, chained: each entry carries the hash of the one before. Ids only, never content.
create table audit_event (
  meeting_id text not null,
  seq bigint not null,
  at timestamptz not null,
  type text not null,
  body jsonb not null,
  prev text not null,
  hash text not null,
  primary key (meeting_id, seq)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name;
end $$;
create trigger audit_event_fixed before update or delete on audit_event
  for each row execute function refuse_change();
create trigger signoff_fixed before update or delete on signoff
  for each row execute function refuse_change();
