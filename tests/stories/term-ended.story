# R1, our-choices term-ended: what waits for a deputy whose term has ended goes to his station, which answers in his place.

story  The station answers in the deputy's place                        # R1
given  2026-11-24 09:00  a message
2026-11-24 10:00  time      passes deputy_gone             ok  message with_station  then hand_to_station  look_limit stopped  station_limit due 2026-11-27 24:00
2026-11-24 11:00  station   answer deputy_gone             no  deputy_serving
2026-11-24 11:01  station   give_back deputy_gone          no  deputy_serving
2026-11-24 11:02  deputy    answer_for_deputy deputy_gone  no  not_yours
2026-11-24 11:03  station   answer_for_deputy deputy_gone  ok  answered  rating_window due 2026-12-01 24:00

story  A deputy who serves answers himself                              # R1, R5
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    pass_on_station                ok  with_station
2026-11-24 11:00  station   answer_for_deputy              no  deputy_gone
2026-11-24 11:01  station   answer                         ok  result_back

story  What came back for him                                           # R1, R7
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  callback  call_back satisfied            ok  archived  message result_back
2026-11-24 11:00  time      passes deputy_gone             ok  message with_station  relay_limit stopped
2026-11-24 12:00  station   answer_for_deputy deputy_gone  ok  answered

story  What was asked back on his behalf                                # R1
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy    ask_for_more                   ok  asked_back  supplement_window due 2026-12-01 24:00
2026-11-24 11:00  time      passes deputy_gone             ok  message with_station  supplement_window stopped
