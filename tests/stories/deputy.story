# R4, R8: what the deputy does with a message, and what happens when he does nothing.

story  The deputy answers himself                                       # R4
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    look              ok  with_deputy  look_limit stopped
2026-11-24 10:01  deputy    look              no  not_looked_before
2026-11-24 10:30  deputy    answer            ok  answered     rating_window due 2026-12-01 24:00

story  Asking back, the deputy's time begins anew with the supplement   # R4
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    ask_for_more      ok  asked_back   look_limit stopped
2026-11-24 10:05  deputy    ask_for_more      no  not_from_here
2026-11-25 21:00  resident  supplement        ok  with_deputy  look_limit due 2026-11-30 24:00
2026-11-26 09:00  deputy    look              ok  with_deputy

story  The deputy follows, wherever the message is                      # R4
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  deputy    comment           ok  at_hotline
2026-11-24 10:01  resident  comment           no  not_yours

story  The deputy never closes or scores what a unit does               # R4, deputies-law-2025 article-31
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  deputy    call_back         no  not_yours
2026-11-24 10:00  deputy    redo              no  not_yours
2026-11-24 10:00  deputy    rate satisfied    no  not_yours
2026-11-24 10:00  deputy    answer            no  not_from_here

story  Not looked at in three working days: reminded, then the station is told   # R8, our-choices reminders
given  2026-11-20 09:00  a message
2026-11-25 23:59  time      passes            ok  message with_deputy  look_limit due 2026-11-25 24:00
2026-11-26 00:00  time      passes            ok  look_limit in_time
2026-11-26 00:01  time      passes            ok  then remind        look_limit late  tell_limit due 2026-12-01 24:00
2026-12-02 00:01  time      passes            ok  then tell_station  tell_limit stopped
2026-12-02 09:00  deputy    look              ok  with_deputy        look_limit late

story  Looked at after the reminder, the station hears nothing          # R8
given  2026-11-20 09:00  a message
2026-11-26 08:00  time      passes            ok  then remind
2026-11-26 09:00  deputy    look              ok  with_deputy        tell_limit stopped  tell_limit in_time
2026-12-09 09:00  time      passes            ok  message with_deputy  tell_limit stopped

story  Asked back, and nobody answers                                   # R4, R8, our-choices asking-back
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    ask_for_more      ok  asked_back   supplement_window due 2026-12-01 24:00
2026-12-01 24:00  time      passes            ok  message asked_back
2026-12-02 00:01  time      passes            ok  message with_deputy  then stop_waiting  supplement_window stopped  look_limit due 2026-12-07 24:00
2026-12-02 09:00  deputy    answer            ok  answered

story  Asked back, the deputy finds the answer himself                  # R4
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    ask_for_more      ok  asked_back
2026-11-24 11:00  station   answer            no  not_yours
2026-11-24 12:00  deputy    answer            ok  answered     supplement_window stopped
