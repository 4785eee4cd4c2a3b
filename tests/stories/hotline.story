# R6, R14, R17: the hotline reviews, accepts or rejects with a reason, and dispatches.

story  A text order is reviewed, accepted and dispatched                # R6, R12, R17
given  2026-11-24 09:00  a message
2026-11-24 09:30  deputy    pass_on_hotline        ok  at_hotline  then submit  order submitted  review_limit due 2026-11-25 24:00
2026-11-24 10:00  reviewer  dispatch               no  not_from_here
2026-11-24 10:30  reviewer  accept help            ok  accepted    review_limit stopped  dispatch_limit due 2026-11-25 24:00
2026-11-24 10:40  reviewer  dispatch unknown_unit  no  unit_known
2026-11-24 11:00  reviewer  dispatch               ok  dispatched  dispatch_limit stopped  work_limit due 2026-12-01 24:00
2026-11-24 11:01  reviewer  dispatch               no  not_from_here

story  Only the reviewer reviews                                        # R6
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  callback  accept help            no  not_yours
2026-11-24 10:00  unit      accept help            no  not_yours
2026-11-24 10:00  deputy    accept help            no  not_yours

story  What is not accepted returns to the deputy with the reason       # R6, R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject other_jurisdiction  ok  rejected  review_limit stopped  then take_rejection  message with_deputy  look_limit due 2026-11-27 24:00
2026-11-24 10:01  reviewer  accept help            no  not_from_here
2026-11-24 11:00  deputy    look                   ok  with_deputy
2026-11-24 11:05  deputy    answer                 ok  answered

story  Supplemented, it may be passed on to the hotline again           # R6, R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject not_concrete    ok  rejected   message with_deputy
2026-11-24 10:30  deputy    ask_for_more           ok  asked_back
2026-11-24 20:00  resident  supplement             ok  with_deputy
2026-11-25 09:00  deputy    pass_on_hotline        ok  at_hotline  order submitted
2026-11-25 10:00  reviewer  accept help            ok  accepted

story  What was accepted is not rejected any more                       # R14
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer  reject emergency       no  not_from_here

story  A review that takes too long shows as late                       # R6, our-choices desk-pace
given  2026-11-20 16:00  an order for help, submitted
2026-11-24 00:01  time      passes                 ok  order submitted  review_limit late
2026-11-24 09:00  reviewer  accept help            ok  accepted         review_limit late

story  The deputy fills in what the message left blank                  # R6
given  2026-11-24 09:00  a message
2026-11-24 09:30  deputy    pass_on_hotline fills_when  ok  at_hotline  order submitted

story  What the resident wrote is not overwritten                       # R6
2026-11-24 09:00  resident  send says_when              ok  with_deputy
2026-11-24 09:30  deputy    pass_on_hotline fills_when  no  fill_left_blank
2026-11-24 09:31  deputy    pass_on_hotline             ok  at_hotline  order submitted
