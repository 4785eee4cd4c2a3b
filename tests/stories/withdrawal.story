# R9, our-choices withdrawal: until somebody has acted.

story  Withdrawn at once                                                # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  resident  withdraw         ok  withdrawn  look_limit stopped
2026-11-24 09:06  deputy    answer           no  not_from_here

story  Looking and commenting is not acting                             # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  deputy    look             ok  with_deputy
2026-11-24 09:06  deputy    comment          ok  with_deputy
2026-11-24 09:10  resident  withdraw         ok  withdrawn

story  Somebody has acted                                               # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  deputy    pass_on_station  ok  with_station
2026-11-24 09:06  resident  withdraw         no  not_from_here
2026-11-24 09:10  station   give_back        ok  with_deputy
2026-11-24 09:11  resident  withdraw         no  nobody_acted

story  Asked for more, a resident may let the matter go                 # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  deputy    ask_for_more     ok  asked_back
2026-11-24 09:06  resident  withdraw         ok  withdrawn

story  Asked for more after somebody has acted                          # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  deputy    pass_on_station  ok  with_station
2026-11-24 09:10  station   give_back        ok  with_deputy
2026-11-24 09:15  deputy    ask_for_more     ok  asked_back
2026-11-24 09:20  resident  withdraw         no  nobody_acted

story  Nobody else withdraws                                            # R9
given  2026-11-24 09:00  a message
2026-11-24 09:05  deputy    withdraw         no  not_yours
