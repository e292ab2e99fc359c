-- Which life of the database this is. A restore begins another one: the number grows, and pages that have
-- seen more than the dump holds learn it. `mark` grows while people write, so that an older dump is
-- recognised by it; `id` is made by the first start, so that a copied template is a database of its own.
create table generation (
  one boolean primary key default true check (one),
  id text,
  number bigint not null default 1,
  mark bigint not null default 1
);
insert into generation default values;
