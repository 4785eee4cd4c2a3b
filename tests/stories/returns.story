# R19, R20, hengyang-2022 returns: within one working day, with all papers; granted it is dispatched anew, refused the limits stand.

story  Returned before signing, granted, and dispatched to the unit proposed  # R19, R20
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 10:00  unit      request_return            ok  dispatched  return_decision due 2026-11-25 24:00
2026-11-24 10:01  unit      request_return            no  no_return_asked
2026-11-24 14:00  reviewer  grant_return              ok  accepted    return_decision stopped  sign_limit stopped  work_limit stopped  dispatch_limit due 2026-11-25 24:00
2026-11-24 15:00  reviewer  dispatch to_other_unit    ok  dispatched  sign_limit due 2026-11-25 15:00  return_window due 2026-11-25 24:00  work_limit due 2026-12-01 24:00

story  Returned after signing, the first receipt stays known            # R19, R20
given  2026-11-24 09:00  an order for help, handling
2026-11-25 23:59  unit      request_return            ok  handling
2026-11-26 09:00  reviewer  grant_return              ok  accepted    work_limit stopped  return_window stopped
2026-11-26 10:00  reviewer  dispatch to_other_unit    ok  dispatched  work_limit due 2026-12-03 24:00
2026-11-26 11:00  unit      sign_for                  ok  handling    first_receipt 2026-11-24 09:00

story  A return refused: the limit stands, and there is no second return  # R20, weifang-2018
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  unit      request_return            ok  handling    work_limit due 2026-12-01 24:00
2026-11-24 16:00  reviewer  refuse_return             ok  handling    return_decision stopped  work_limit unmoved  work_limit due 2026-12-01 24:00
2026-11-24 16:01  unit      request_return            no  not_returned_before
2026-11-24 16:02  reviewer  grant_return              no  return_asked
2026-11-30 10:00  unit      reply                     ok  replied     work_limit in_time

story  Refused before signing, it is still to be signed for in time     # R18, R20
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 10:00  unit      request_return            ok  dispatched
2026-11-24 11:00  reviewer  refuse_return             ok  dispatched  sign_limit due 2026-11-25 09:00
2026-11-24 11:30  unit      request_return            no  not_returned_before
2026-11-25 08:00  unit      sign_for                  ok  handling    sign_limit in_time

story  After one working day nothing is returned                        # R19
given  2026-11-24 09:00  an order for help, handling
2026-11-26 00:01  unit      request_return            no  return_window_open

story  Dispatched on a Friday, there is time until Monday night         # R19, R51
given  2026-11-27 16:00  an order for help, handling
2026-11-30 23:00  unit      request_return            ok  handling    return_window due 2026-11-30 24:00

story  Each of the papers is needed                                     # R19
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  unit      request_return without_reason   no  return_papers_complete
2026-11-24 10:01  unit      request_return without_unit     no  return_papers_complete
2026-11-24 10:02  unit      request_return without_basis    no  return_papers_complete
2026-11-24 10:03  unit      request_return without_leader   no  return_papers_complete
2026-11-24 10:04  unit      request_return without_opinion  no  return_papers_complete
2026-11-24 10:05  unit      request_return to_itself        no  return_papers_complete
2026-11-24 10:06  unit      request_return unknown_unit     no  return_papers_complete
2026-11-24 10:07  unit      request_return strange_attachment  no  return_papers_complete
2026-11-24 10:08  unit      request_return                  ok  handling

story  Only the unit returns, and only the reviewer decides             # R19, R20
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  deputy          request_return      no  not_yours
2026-11-24 10:01  assisting_unit  request_return      no  not_yours
2026-11-24 10:02  unit            request_return      ok  handling
2026-11-24 10:03  unit            grant_return        no  not_yours
2026-11-24 10:04  supervisor      refuse_return       no  not_yours

story  A reply takes the return back                                    # R19, R23
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  unit      request_return            ok  handling
2026-11-24 15:00  unit      reply                     ok  replied     return_decision stopped  return_window stopped
2026-11-24 16:00  reviewer  grant_return              no  not_from_here

story  A decision that takes too long shows as late                     # R20, R54
given  2026-11-24 09:00  an order for help, handling
2026-11-24 10:00  unit      request_return            ok  handling    return_decision due 2026-11-25 24:00
2026-11-26 09:00  reviewer  refuse_return             ok  handling    return_decision late

story  What came back for redo is not returned                          # R19, R25
given  2026-11-24 09:00  an order for help, disputed
2026-11-24 10:00  reviewer  redo                      ok  handling
2026-11-24 11:00  unit      request_return            no  return_window_open
