# R25: satisfied closes; dissatisfied is done again, and after two redos is supervised.

story  Satisfied: closed and archived                                   # R25, hengyang-2022 callback, archive
given  2026-11-24 09:00  an order for help, replied
2026-11-25 09:00  callback  call_back satisfied     ok  archived  then close  then archive  callback_limit stopped
2026-11-25 09:01  callback  call_back satisfied     no  not_from_here

story  Mostly satisfied is enough, and so is that no call is wanted     # R25
given  2026-11-24 09:00  an order for help, replied
2026-11-25 09:00  reviewer  call_back mostly        ok  archived

story  No callback wanted                                               # R25
given  2026-11-24 09:00  an order for help, replied
2026-11-25 09:00  callback  call_back not_wanted    ok  archived  message result_back

story  Nothing is called back before the unit has replied               # R25
given  2026-11-24 09:00  an order for help, handling
2026-11-25 09:00  callback  call_back satisfied     no  not_from_here
2026-11-25 09:00  unit      call_back satisfied     no  not_yours

story  Nobody answers on three different days                           # R25, our-choices no-answer
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  callback  call_back unreachable   ok  replied
2026-11-24 16:00  callback  call_back unreachable   ok  replied
2026-11-25 10:00  callback  call_back unreachable   ok  replied
2026-11-25 23:00  time      passes                  ok  order replied
2026-11-26 10:00  callback  call_back unreachable   ok  archived  then close_unreached  message result_back

story  Two redos, then supervision, and supervision again               # R25, our-choices two-redos
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  callback  call_back dissatisfied  ok  disputed  then dispute
2026-11-24 10:05  callback  call_back satisfied     no  not_from_here
2026-11-24 10:10  callback  redo                    no  not_yours
2026-11-24 10:30  reviewer  redo                    ok  handling  redo_limit due 2026-12-01 24:00  callback_limit stopped
2026-11-26 10:00  unit      reply                   ok  replied   redo_limit stopped  callback_limit due 2026-12-01 24:00
2026-11-26 15:00  callback  call_back dissatisfied  ok  disputed
2026-11-26 16:00  reviewer  redo                    ok  handling  redo_limit due 2026-12-03 24:00
2026-11-30 10:00  unit      reply                   ok  replied
2026-11-30 15:00  callback  call_back dissatisfied  ok  disputed
2026-11-30 16:00  reviewer  redo                    no  redone_under_twice
2026-11-30 16:01  reviewer  supervise               ok  handling  redo_limit due 2026-12-07 24:00
2026-12-02 10:00  unit      reply                   ok  replied
2026-12-02 15:00  callback  call_back dissatisfied  ok  disputed
2026-12-02 16:00  reviewer  supervise               ok  handling
2026-12-04 10:00  unit      reply                   ok  replied
2026-12-04 15:00  callback  call_back mostly        ok  archived

story  Tries before a redo do not count after it                        # R25
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  callback  call_back unreachable   ok  replied
2026-11-25 10:00  callback  call_back unreachable   ok  replied
2026-11-25 16:00  callback  call_back dissatisfied  ok  disputed
2026-11-25 17:00  reviewer  redo                    ok  handling
2026-11-26 09:00  unit      reply                   ok  replied
2026-11-26 10:00  callback  call_back unreachable   ok  replied

story  An urgent order is urgent when it is done again                  # R25
given  2026-11-24 09:00  an order for urgent help, replied
2026-11-24 10:00  callback  call_back dissatisfied  ok  disputed
2026-11-24 11:00  reviewer  redo                    ok  handling  redo_limit due 2026-11-25 24:00
