# R7, R23: nobody replies without having spoken to the deputy; the answer returns the way the matter came.

story  The unit speaks to the deputy, then replies                      # R23
given  2026-11-24 09:00  an order for help, handling
2026-11-25 11:00  unit      reply spoken 2026-11-25 10:40  ok  replied  work_limit stopped  callback_limit due 2026-11-30 24:00

story  Spoken to before the order was there, or not yet                 # R23
given  2026-11-24 09:00  an order for help, handling
2026-11-25 11:00  unit      reply spoken 2026-11-24 08:59  no  caller_contacted
2026-11-25 11:00  unit      reply spoken 2026-11-25 11:01  no  caller_contacted
2026-11-25 11:00  reviewer  reply                          no  not_yours
2026-11-25 11:00  unit      reply spoken 2026-11-25 11:00  ok  replied

story  After a redo it must be spoken about again                       # R23, R25
given  2026-11-24 09:00  an order for help, replied
2026-11-25 10:00  callback  call_back dissatisfied         ok  disputed
2026-11-25 11:00  reviewer  redo                           ok  handling
2026-11-26 10:00  unit      reply spoken 2026-11-25 10:30  no  caller_contacted
2026-11-26 10:00  unit      reply spoken 2026-11-26 09:30  ok  replied

story  From the unit to the hotline, to the deputy, to the resident     # R7, hengyang-2022 way-back
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  deputy    relay                          no  not_from_here
2026-11-25 10:00  unit      reply                          ok  replied      message at_hotline
2026-11-25 16:00  callback  call_back satisfied            ok  archived     then take_result  message result_back  relay_limit due 2026-11-30 24:00
2026-11-25 16:10  resident  rate satisfied                 no  not_from_here
2026-11-26 09:00  deputy    relay                          ok  answered     relay_limit stopped  relay_limit in_time

story  A result that the deputy does not pass on                        # R7, our-choices reminders
given  2026-11-24 09:00  an order for help, replied
2026-11-25 16:00  callback  call_back satisfied            ok  archived     relay_limit due 2026-11-30 24:00
2026-12-01 00:01  time      passes                         ok  then tell_station  message result_back  relay_limit late
2026-12-01 09:00  station   relay                          no  not_yours
2026-12-01 10:00  deputy    relay                          ok  answered     relay_limit late

story  The unit calls back too, which decides nothing                   # R25
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  unit      unit_call_back satisfied       ok  replied
2026-11-24 10:01  callback  unit_call_back satisfied       no  not_yours
2026-11-24 11:00  callback  call_back satisfied            ok  archived
