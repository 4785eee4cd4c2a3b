# R24, hengyang-2022 promise: what can't be solved now gets measures, somebody who answers for them, and a date; it is followed until solved.

story  Promised, followed under supervision, solved                     # R24, R26
given  2026-11-24 09:00  an order for help, handling
2026-11-30 10:00  unit      promise until 2026-12-31          ok  tracked   work_limit stopped  work_limit in_time  follow_up due 2026-12-31 24:00  then fall_under_supervision  supervision 1 promise_made  supervision_limit due 2026-12-07 24:00
2026-12-02 10:00  unit      report_progress                   ok  tracked
2026-12-04 10:00  unit      reply spoken 2026-12-04 09:00     ok  replied   follow_up stopped  callback_limit due 2026-12-09 24:00  supervision 1
2026-12-04 15:00  callback  call_back satisfied               ok  archived  supervision_limit stopped  supervision ended  message result_back

story  A new date, because it takes longer                              # R24
given  2026-11-24 09:00  an order for help, tracked
2026-12-10 10:00  unit      promise until 2027-03-31          ok  tracked   follow_up due 2027-03-31 24:00

story  The day promised goes by                                         # R24, R26
given  2026-11-24 09:00  an order for help, handling
2026-11-25 10:00  unit      promise until 2026-11-27          ok  tracked   follow_up due 2026-11-27 24:00
2026-11-28 00:00  time      passes                            ok  follow_up in_time
2026-11-28 00:01  time      passes                            ok  order tracked  follow_up late
2026-11-30 10:00  unit      reply                             ok  replied   follow_up late

story  A promise needs a day ahead, and that the deputy was told        # R24
given  2026-11-24 09:00  an order for help, handling
2026-11-25 10:00  unit      promise until 2026-11-25          no  promise_ahead
2026-11-25 10:01  unit      promise spoken 2026-11-23 10:00   no  caller_contacted
2026-11-25 10:02  reviewer  promise                           no  not_yours
2026-11-25 10:03  unit      report_progress                   no  not_from_here
2026-11-25 10:04  unit      promise until 2026-11-26          ok  tracked

story  Said to be solved, but it is not                                 # R24, R25
given  2026-11-24 09:00  an order for help, tracked
2026-11-26 10:00  unit      reply                             ok  replied   follow_up stopped
2026-11-26 15:00  callback  call_back dissatisfied            ok  disputed  supervision 1 promise_made
2026-11-26 16:00  reviewer  redo                              ok  handling  redo_limit due 2026-12-03 24:00  supervision 1
