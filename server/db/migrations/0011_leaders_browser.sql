-- Whether a decision was confirmed in the browser that leads the meeting: allowed, and told beside it.
alter table signoff add column leaders_browser boolean not null default false;
