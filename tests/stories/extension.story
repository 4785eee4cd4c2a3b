# R22, hengyang-2022 extension: asked for in time, with the cause and a new date; once, and by no more than the original length.

story  An extension that is granted moves the limit and is not lateness  # R22
given  2026-11-24 09:00  an order for help, handling
2026-11-30 10:00  unit      request_extension until 2026-12-04  ok  handling  extension_decision due 2026-12-01 24:00  work_limit due 2026-12-01 24:00
2026-11-30 11:00  reviewer  grant_extension                     ok  handling  extension_decision stopped  work_limit moved_from 2026-12-01 24:00  work_limit due 2026-12-04 24:00  work_limit began 2026-11-24 09:00
2026-12-04 09:00  time      passes                              ok  order handling  supervision none
2026-12-04 16:00  unit      reply                               ok  replied   work_limit in_time

story  Past the new date it is late all the same                        # R22, R26
given  2026-11-24 09:00  an order for help, handling
2026-11-30 10:00  unit      request_extension until 2026-12-04  ok  handling
2026-11-30 11:00  reviewer  grant_extension                     ok  handling
2026-12-05 00:01  time      passes                              ok  order handling  work_limit late  supervision 1 work_overdue

story  Refused, the limit stands                                        # R22
given  2026-11-24 09:00  an order for help, handling
2026-11-30 10:00  unit      request_extension until 2026-12-04  ok  handling
2026-11-30 11:00  reviewer  refuse_extension                    ok  handling  extension_decision stopped  work_limit unmoved  work_limit due 2026-12-01 24:00
2026-11-30 11:01  reviewer  grant_extension                     no  extension_asked

story  Once only                                                        # R22
given  2026-11-24 09:00  an order for help, handling
2026-11-25 10:00  unit      request_extension until 2026-12-02  ok  handling
2026-11-25 10:01  unit      request_extension until 2026-12-03  no  no_extension_asked
2026-11-25 11:00  reviewer  grant_extension                     ok  handling
2026-11-26 10:00  unit      request_extension until 2026-12-03  no  extension_left

story  Not after the limit has run out                                  # R22
given  2026-11-24 09:00  an order for help, handling
2026-12-01 23:59  unit      request_extension until 2026-12-01  no  extension_reasonable
2026-12-02 00:01  unit      request_extension until 2026-12-04  no  work_in_time

story  By no more than the original length: five more working days      # R22, our-choices extension-size
given  2026-11-24 09:00  an order for help, handling
2026-11-30 10:00  unit      request_extension until 2026-12-09  no  extension_reasonable
2026-11-30 10:01  unit      request_extension until 2026-12-08  ok  handling

story  A consultation may have three more                               # R22
given  2026-11-24 09:00  an order for consultation, handling
2026-11-26 10:00  unit      request_extension until 2026-12-03  no  extension_reasonable
2026-11-26 10:01  unit      request_extension until 2026-12-02  ok  handling

story  The limit of a redo is extended too                              # R22, R25
given  2026-11-24 09:00  an order for help, disputed
2026-11-24 10:00  reviewer  redo                                ok  handling  redo_limit due 2026-12-01 24:00
2026-11-26 10:00  unit      request_extension until 2026-12-03  ok  handling
2026-11-26 11:00  reviewer  grant_extension                     ok  handling  redo_limit moved_from 2026-12-01 24:00  redo_limit due 2026-12-03 24:00

story  Only the unit that handles it asks, and only the reviewer decides  # R22
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 10:00  unit      request_extension until 2026-12-04  no  not_from_here
2026-11-24 10:01  unit      sign_for                            ok  handling
2026-11-24 10:02  reviewer  request_extension until 2026-12-04  no  not_yours
2026-11-24 10:03  unit      request_extension until 2026-12-04  ok  handling
2026-11-24 10:04  unit      grant_extension                     no  not_yours

story  Another category keeps the day that was granted                  # R21, R22
given  2026-11-24 09:00  an order for help, handling
2026-11-25 10:00  unit      request_extension until 2026-12-04  ok  handling
2026-11-25 11:00  reviewer  grant_extension                     ok  handling  work_limit due 2026-12-04 24:00
2026-11-25 12:00  reviewer  change_category consultation        ok  handling  work_limit due 2026-12-04 24:00
