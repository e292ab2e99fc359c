-- Decisions are ordered by when they came, not by what a clock said: clocks go back.
alter table signoff add column seq bigint generated always as identity;
