-- A database that was put in from a dump serves nobody until `npm run restored` has run. Numbers of versions
-- that were given after the dump are not given again: the next of a meeting is at least this one.
alter table generation add column is_put_in boolean not null default false;
alter table meeting add column next_version integer not null default 0;
