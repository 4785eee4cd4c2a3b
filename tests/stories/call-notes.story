# R4, R10: the deputy may call the hotline himself; he notes the call, which moves nothing, but he has acted.

story  A noted call counts as acting, so nobody is reminded             # R4, R9
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    note_call                          ok  with_deputy  look_limit stopped
2026-11-24 10:01  resident  withdraw                           no  nobody_acted
2026-12-01 09:00  time      passes                             ok  with_deputy  tell_limit none
2026-12-01 10:00  deputy    answer                             ok  answered

story  After the reminder it stops the clock that tells the station     # R4, R8
given  2026-11-24 09:00  a message
2026-11-28 09:00  time      passes                             ok  with_deputy  then remind  tell_limit runs
2026-11-30 09:00  deputy    note_call                          ok  with_deputy  tell_limit stopped

story  The call lies between the message and now                        # R4
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    note_call called 2026-11-24 08:59  no  call_plausible
2026-11-24 10:00  deputy    note_call called 2026-11-24 10:01  no  call_plausible
2026-11-24 10:00  deputy    note_call called 2026-11-24 09:00  ok  with_deputy

story  Only an order that runs in his name is noted with it             # R4, R10
given  2026-11-24 09:00  an order for help, handling
2026-11-24 14:00  deputy    note_call strange_order            no  call_order_known
2026-11-24 14:00  deputy    note_call                          ok  at_hotline  order handling

story  Nobody else notes a call, and not on what is closed              # R4, R10
given  2026-11-24 09:00  a message
2026-11-24 09:30  station   note_call                          no  not_yours
2026-11-24 09:30  resident  note_call                          no  not_yours
2026-11-24 10:00  deputy    answer                             ok  answered
2026-11-24 11:00  deputy    note_call                          ok  answered  rating_window runs
2026-11-24 12:00  resident  rate satisfied                     ok  closed
2026-11-24 13:00  deputy    note_call                          no  not_from_here
