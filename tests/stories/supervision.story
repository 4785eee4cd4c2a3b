# R26, weifang-2018 article 26, jinan-2018 article 28: opened by hand or by itself, it rises while it is not answered, and is lifted.

story  Opened by hand, and lifted                                       # R26
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  unit        open_supervision        no  not_yours
2026-11-24 10:01  deputy      open_supervision        no  not_yours
2026-11-24 10:02  supervisor  lift_supervision        no  supervised
2026-11-24 10:03  reviewer    open_supervision        ok  handling  supervision 1 by_hand  supervision_limit due 2026-12-01 24:00  work_limit unmoved
2026-11-24 10:04  supervisor  open_supervision        no  not_supervised
2026-11-25 10:00  reviewer    lift_supervision        no  not_yours
2026-11-25 10:01  supervisor  lift_supervision        ok  handling  supervision ended  supervision_limit stopped

story  Not before it has gone to a unit                                 # R26
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  supervisor  open_supervision        no  not_from_here

story  Not signed for in time, it is supervised by itself               # R18, R26
given  2026-11-24 09:00  an order for help, dispatched
2026-11-25 09:00  time        passes                  ok  order dispatched  sign_limit in_time  supervision none
2026-11-25 09:01  time        passes                  ok  order dispatched  then fall_under_supervision  supervision 1 sign_overdue  supervision_limit due 2026-12-02 24:00
2026-11-25 10:00  unit        sign_for                ok  handling  supervision 1

story  Not done in time, it rises level by level and stops at the top   # R26, our-choices supervision
given  2026-11-24 09:00  an order for help, handling
2026-12-02 00:00  time        passes                  ok  order handling  supervision none
2026-12-02 00:01  time        passes                  ok  order handling  supervision 1 work_overdue  supervision_limit due 2026-12-09 24:00
2026-12-10 00:01  time        passes                  ok  then raise_supervision  supervision 2  supervision_limit due 2026-12-17 24:00
2026-12-18 00:01  time        passes                  ok  then raise_supervision  supervision 3  supervision_limit due 2026-12-25 24:00
2026-12-26 00:01  time        passes                  ok  order handling  supervision 3  supervision_limit late
2026-12-28 10:00  unit        reply                   ok  replied   work_limit late  supervision 3
2026-12-28 11:00  callback    call_back satisfied     ok  archived  supervision ended

story  Once lifted, the same lateness does not open it again            # R26
given  2026-11-24 09:00  an order for help, handling
2026-12-02 00:01  time        passes                  ok  order handling  supervision 1 work_overdue
2026-12-02 10:00  supervisor  lift_supervision        ok  handling  supervision ended
2026-12-04 10:00  time        passes                  ok  order handling  supervision ended
2026-12-07 10:00  unit        reply                   ok  replied   supervision ended

story  Dissatisfied once is no reason, dissatisfied after a redo is one  # R25, R26
given  2026-11-24 09:00  an order for help, replied
2026-11-24 10:00  callback    call_back dissatisfied  ok  disputed  supervision none
2026-11-24 11:00  reviewer    redo                    ok  handling  supervision none
2026-11-25 10:00  unit        reply                   ok  replied
2026-11-25 15:00  callback    call_back dissatisfied  ok  disputed  then fall_under_supervision  supervision 1 dissatisfied_after_redo

story  Many orders on one matter                                        # R16, R26
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  time        passes                  ok  order handling  supervision none
2026-11-24 11:00  time        passes many_orders      ok  order handling  supervision 1 many_orders

story  A redo that is late is supervised too                            # R25, R26
given  2026-11-24 09:00  an order for help, disputed
2026-11-24 10:00  reviewer    redo                    ok  handling  redo_limit due 2026-12-01 24:00
2026-12-02 00:01  time        passes                  ok  order handling  redo_limit late  supervision 1 redo_overdue

story  Sent back under supervision without waiting for a second redo    # R25, R26
given  2026-11-24 09:00  an order for help, disputed
2026-11-24 10:00  callback    supervise               no  not_yours
2026-11-24 10:01  reviewer    supervise               ok  handling  supervision 1 by_hand  redo_limit due 2026-12-01 24:00  supervision_limit due 2026-12-01 24:00

story  Returned to the hotline, it stays under supervision              # R20, R26
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  supervisor  open_supervision        ok  handling  supervision 1
2026-11-24 11:00  unit        request_return          ok  handling
2026-11-24 12:00  reviewer    grant_return            ok  accepted  supervision 1  supervision_limit runs
2026-11-24 13:00  supervisor  lift_supervision        ok  accepted  supervision ended
