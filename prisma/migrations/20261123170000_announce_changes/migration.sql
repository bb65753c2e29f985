-- Every replica keeps answers in memory. What they are made of announces its partnership when it
-- changes, at commit, so that all of them forget what they kept of it.
create function announce_partnership_change() returns trigger language plpgsql as $$
begin
  perform pg_notify(
    'partnership_changed',
    (case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end)::text
  );
  return null;
end $$;

create trigger announce after insert or update or delete on organization
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on channel
  for each row execute function announce_partnership_change();
create trigger announce after update or delete on member
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on term
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on term_label
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on usage
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on proposal
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on stance
  for each row execute function announce_partnership_change();
create trigger announce after insert or update or delete on agreement
  for each row execute function announce_partnership_change();
