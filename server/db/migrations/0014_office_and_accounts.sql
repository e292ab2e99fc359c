-- The office itself, what its accounts may do, and the links by which accounts begin.

-- Second factors, as better-auth 1.7 wants them (see 0002).
alter table "user" add column "twoFactorEnabled" boolean;
create table "twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on "twoFactor" ("secret");
create index "twoFactor_userId_idx" on "twoFactor" ("userId");

-- What an account may do. An account without a row may do nothing.
create table staff (
  account_id text primary key references "user" ("id") on delete cascade,
  role text not null,
  made_at timestamptz not null default now(),
  deactivated_at timestamptz
);
insert into staff (account_id, role) select "id", 'fachkraft_jugendamt' from "user";

-- There is one office. Its row is also the lock under which administrators change each other.
create table office (
  only_one boolean primary key default true check (only_one),
  name text not null default '',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  ombuds_name text not null default '',
  ombuds_phone text not null default '',
  complaint text not null default '',
  set_at timestamptz
);
insert into office default values;

-- Addresses that do one thing once. Only the SHA-256 of the token is kept.
create table account_link (
  id text primary key,
  purpose text not null check (purpose in ('einrichten', 'einladen', 'zuruecksetzen')),
  -- Null where there is no account yet: who sets the office up makes the first.
  account_id text references "user" ("id") on delete cascade,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check ((account_id is null) = (purpose = 'einrichten'))
);
create index account_link_account on account_link (account_id);
