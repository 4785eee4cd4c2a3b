story  The deputy shows a matter to neighbours in general words          # R71, our-choices neighbours
given  2026-11-24 09:00  a message
2026-11-24 09:10  deputy    unpublish              no  published
2026-11-24 09:11  deputy    publish with_number    no  title_general
2026-11-24 09:12  deputy    publish                ok  with_deputy  look_limit runs
2026-11-24 09:13  resident  unpublish              no  not_yours
2026-11-24 09:20  deputy    unpublish              ok  with_deputy

story  His station may do so too, wherever the message is open           # R71
given  2026-11-24 09:00  a message
2026-11-24 09:10  deputy    pass_on_station        ok  with_station
2026-11-24 09:20  station   publish                ok  with_station  station_limit runs
2026-11-24 09:21  liaison_office  publish          no  not_yours
2026-11-24 09:30  station   pass_on_hotline        ok  at_hotline
2026-11-24 09:40  station   publish                ok  at_hotline
2026-11-24 09:41  deputy    unpublish              ok  at_hotline

story  What is over is not shown                                         # R71
given  2026-11-24 09:00  a message
2026-11-24 09:10  resident  withdraw               ok  withdrawn
2026-11-24 09:20  deputy    publish                no  not_from_here

story  Showing it is not acting on it: the resident may still withdraw   # R9, R71
given  2026-11-24 09:00  a message
2026-11-24 09:10  deputy    publish                ok  with_deputy
2026-11-24 09:20  resident  withdraw               ok  withdrawn

story  A neighbour joins a matter that is shown                          # R71
2026-11-24 09:00  resident  send joining not_shown  no  joinable
2026-11-24 09:01  resident  send joining           ok  with_deputy  look_limit due 2026-11-27 24:00
