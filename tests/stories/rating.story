# R8, our-choices rating: once for each answer, within seven days.

story  Satisfied closes                                                 # R8
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    answer             ok  answered
2026-11-24 11:00  deputy    rate satisfied     no  not_yours
2026-11-24 12:00  resident  rate mostly        ok  closed    then close  rating_window stopped
2026-11-24 12:01  resident  rate satisfied     no  not_from_here

story  Dissatisfied, the message stays open until the time is over      # R8
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    answer             ok  answered  rating_window due 2026-12-01 24:00
2026-11-24 12:00  resident  rate dissatisfied  ok  answered
2026-11-24 12:01  resident  rate satisfied     no  not_rated_before
2026-12-02 00:01  time      passes             ok  message closed  then close_by_time

story  Asked again, it goes back to the deputy; the next answer is rated anew  # R8
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    answer             ok  answered
2026-11-24 12:00  resident  rate dissatisfied  ok  answered
2026-11-24 12:05  resident  ask_again          ok  with_deputy  rating_window stopped  look_limit due 2026-11-27 24:00
2026-11-24 12:06  resident  ask_again          no  not_from_here
2026-11-24 14:00  deputy    look               ok  with_deputy
2026-11-25 10:00  deputy    answer             ok  answered
2026-11-25 11:00  resident  rate satisfied     ok  closed

story  Never rated, it closes after seven days                          # R8
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    answer             ok  answered
2026-12-01 23:59  time      passes             ok  message answered
2026-12-02 00:01  time      passes             ok  message closed  then close_by_time
2026-12-02 09:00  resident  ask_again          no  not_from_here
