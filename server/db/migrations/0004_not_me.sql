-- When somebody said at this device that the link was not meant for them. The facilitator is told.
alter table device add column not_me_at timestamptz;
