-- Work that outlives a request: ids only, never content. A row is claimed with a lease, so that what a
-- crash left behind is taken up again.
create table job (
  id bigint generated always as identity primary key,
  kind text not null,
  -- Names the work among others of its kind: asked for twice, it is done once.
  key text not null,
  ids jsonb not null,
  -- Whose turn it takes; null: nobody's.
  meeting_id text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  attempts smallint not null default 0,
  run_after timestamptz not null default now(),
  made_at timestamptz not null default now(),
  started_at timestamptz,
  lease text,
  leased_until timestamptz,
  ended_at timestamptz,
  -- Why it failed, as a code.
  why text
);
-- What has failed for good stands in the way of another try until it is forgotten.
create unique index job_once on job (kind, key) where state <> 'done';
create index job_open on job (run_after) where state in ('waiting', 'running');
create index job_turn on job (meeting_id, started_at);

-- A version as PDF, for those who may see these decisions: `reader` is 'all' or a person. Kept as it was
-- set, until a later decision makes another.
create table protocol_pdf (
  version_id text not null references protocol_version (id) on delete cascade,
  reader text not null,
  last_decision bigint not null,
  sealed boolean not null,
  bytes bytea not null,
  made_at timestamptz not null default now(),
  primary key (version_id, reader)
);
