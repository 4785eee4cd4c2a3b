# R5: station and liaison office answer, pass on, or give back; what they answer goes to the deputy.

story  The station answers, and the deputy relays it                    # R5, R7
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy          pass_on_station        ok  with_station  look_limit stopped
2026-11-24 10:10  deputy          answer                 no  not_yours
2026-11-24 15:00  station         answer                 ok  result_back   relay_limit due 2026-11-27 24:00
2026-11-24 15:01  station         give_back              no  not_from_here
2026-11-25 09:00  deputy          relay                  ok  answered      relay_limit stopped

story  From the station up to the county, and up to the city            # R5
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy          pass_on_station        ok  with_station
2026-11-24 11:00  station         pass_on_office county  ok  with_office
2026-11-24 11:30  station         answer                 no  not_yours
2026-11-24 14:00  liaison_office  pass_on_office county  no  other_office
2026-11-24 14:01  liaison_office  pass_on_office city    ok  with_office
2026-11-25 09:00  liaison_office  pass_on_office city    no  other_office
2026-11-25 09:01  liaison_office  answer                 ok  result_back

story  From the city's office down to the station, and back to the deputy   # R5
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy          pass_on_office city    ok  with_office
2026-11-24 10:30  station         pass_on_hotline        no  not_yours
2026-11-24 11:00  liaison_office  pass_on_station        ok  with_station
2026-11-24 14:00  station         give_back              ok  with_deputy   look_limit due 2026-11-27 24:00
2026-11-24 15:00  deputy          answer                 ok  answered

story  The station passes on to the hotline                             # R5, R6
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy          pass_on_station        ok  with_station
2026-11-24 11:00  station         pass_on_hotline        ok  at_hotline    order submitted
2026-11-24 11:01  station         pass_on_hotline        no  not_from_here
