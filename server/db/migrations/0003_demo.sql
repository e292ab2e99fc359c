-- The example case for trying out. At most one is loaded; resetting archives it and loads another.
-- Its password opens nothing but the example, and the newcomer's page shows it to everybody.

create table demo_case (
  case_id text primary key references plan_case (id),
  meeting_id text not null references meeting (id),
  password text not null,
  loaded_at timestamptz not null default now(),
  archived_at timestamptz
);
create unique index demo_case_loaded on demo_case ((true)) where archived_at is null;
