-- Passkeys of accounts: what is known of each is public; the secret never leaves the device.
create table passkey (
  id text primary key,
  account_id text not null references "user" ("id") on delete cascade,
  name text not null,
  -- As the browser names it (base64url); one device offers it to one account.
  credential_id text not null unique,
  public_key bytea not null,
  -- Rises with each use on devices that count; others say 0 for ever.
  counter bigint not null,
  made_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);
