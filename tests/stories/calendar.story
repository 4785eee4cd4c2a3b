# R50 to R54: which days count, from when, until when, and when people are warned.

story  The day of the event does not count, and the last day does until midnight  # R51, civil-code
given  2026-11-24 00:01  an order for consultation, dispatched
2026-11-27 24:00  time      passes               ok  order dispatched  work_limit due 2026-11-27 24:00  work_limit in_time
2026-11-28 00:01  time      passes               ok  order dispatched  work_limit late

story  Saturdays and Sundays do not count                               # R50
given  2026-11-27 09:00  an order for consultation, accepted
2026-11-27 10:00  reviewer  dispatch             ok  dispatched  work_limit due 2026-12-02 24:00

story  Labour Day does not count, the Saturday worked for it does       # R50
given  2026-04-30 09:00  an order for consultation, accepted
2026-04-30 10:00  reviewer  dispatch             ok  dispatched  work_limit due 2026-05-08 24:00
2026-05-06 10:00  reviewer  change_category help  ok  dispatched  work_limit due 2026-05-11 24:00

story  A holiday is no time to ask for, the Saturday worked for it is   # R22, R50; 9 May is worked
given  2026-04-30 09:00  an order for consultation, handling
2026-05-08 23:58  unit      request_extension until 2026-05-13  no  extension_reasonable
2026-05-08 23:59  unit      request_extension until 2026-05-12  ok  handling

story  In calendar days every day counts                                # R51; the window to rate an answer is seven days
given  2026-04-30 09:00  a message
2026-04-30 10:00  deputy    answer               ok  answered  rating_window due 2026-05-07 24:00

story  The year's notice comes in: what was provisional is counted again  # R52; the notice for 2027 in these stories is invented, 1 to 3 January are off
given  2026-12-25 09:00  an order for help, accepted
2026-12-25 10:00  reviewer  dispatch             ok  dispatched  work_limit due 2027-01-01 24:00 provisional  sign_limit due 2026-12-28 10:00
2026-12-26 10:00  notice    2027 comes in        ok  order dispatched  work_limit moved_from 2027-01-01 24:00  work_limit due 2027-01-04 24:00  work_limit began 2026-12-25 10:00  sign_limit unmoved  sign_limit due 2026-12-28 10:00
2026-12-27 10:00  notice    2027 comes in        ok  order dispatched  work_limit unmoved

story  What may be asked for is counted by the notice as soon as it is in  # R22, R52
given  2026-12-25 09:00  an order for help, handling
2026-12-26 10:00  notice    2027 comes in        ok  order handling  work_limit moved_from 2027-01-01 24:00  work_limit due 2027-01-04 24:00
2026-12-26 10:01  unit      request_extension until 2027-01-04  no  extension_reasonable
2026-12-26 10:02  unit      request_extension until 2027-01-11  no  extension_reasonable
2026-12-26 10:03  unit      request_extension until 2027-01-10  ok  handling

story  What was settled does not move                                   # R52
given  2026-12-01 09:00  an order for help, dispatched
2026-12-02 10:00  notice    2027 comes in        ok  order dispatched  work_limit unmoved  work_limit due 2026-12-08 24:00

story  A promised day is a day, whatever the notice says                # R24, R52
given  2026-12-25 09:00  an order for help, handling
2026-12-25 10:00  unit      promise until 2027-01-02  ok  tracked  follow_up due 2027-01-02 24:00  supervision_limit due 2027-01-01 24:00 provisional
2026-12-26 10:00  notice    2027 comes in        ok  order tracked  follow_up unmoved  supervision_limit moved_from 2027-01-01 24:00  supervision_limit due 2027-01-04 24:00

story  The messages and suggestions too                                 # R52
given  2026-12-29 09:00  a message
2026-12-29 10:00  notice    2027 comes in        ok  message with_deputy  look_limit moved_from 2027-01-01 24:00  look_limit due 2027-01-04 24:00

story  A suggestion filed at the end of the year                        # R52
given  2026-12-28 09:00  a suggestion, filed
2026-12-29 10:00  notice    2027 comes in        ok  suggestion filed  check_limit moved_from 2027-01-04 24:00  check_limit due 2027-01-05 24:00

story  An hour of a day that is not worked does not count               # R53, hengyang-2022 sign-for
given  2026-11-27 19:00  an order for help, dispatched
2026-11-29 19:01  time      passes               ok  order dispatched  sign_limit in_time  supervision none
2026-11-30 19:00  time      passes               ok  order dispatched  sign_limit due 2026-11-30 19:00  sign_limit in_time
2026-11-30 19:01  time      passes               ok  order dispatched  sign_limit late

story  Warned at half and at four fifths of the time                    # R54
given  2026-11-24 00:00  an order for help, accepted
2026-11-24 00:00  reviewer  dispatch             ok  dispatched  work_limit due 2026-12-01 24:00  work_limit half 2026-11-27 00:00  work_limit four_fifths 2026-11-30 19:12

story  An extension moves the warnings                                  # R22, R54
given  2026-11-24 00:00  an order for help, handling
2026-11-25 10:00  unit      request_extension until 2026-12-03  ok  handling
2026-11-25 11:00  reviewer  grant_extension      ok  handling  work_limit half 2026-11-27 24:00

story  First the clerk is told, then the leader, then the supervisor    # R54
given  2026-11-24 00:00  an order for help, accepted
2026-11-24 00:00  reviewer  dispatch             ok  dispatched  work_limit tells half unit clerk  work_limit tells four_fifths unit leader  work_limit tells overdue unit supervisor
2026-11-24 09:00  unit      sign_for             ok  handling
2026-11-24 10:00  unit      request_extension until 2026-12-03  ok  handling  extension_decision tells half reviewer clerk  work_limit tells half unit clerk

story  A deputy who has not looked is told first, then his county       # R8, R54
given  2026-11-24 09:00  a message
2026-11-24 10:00  time      passes               ok  message with_deputy  look_limit tells half deputy clerk  look_limit tells overdue deputy supervisor

story  No supervision opens while only the hours of a weekend pass      # R26, R53
given  2026-11-27 19:00  an order for help, dispatched
2026-11-29 19:01  system    fall_under_supervision  no  supervision_due
2026-11-30 19:00  system    fall_under_supervision  no  supervision_due
2026-11-30 19:01  time      passes               ok  order dispatched  then fall_under_supervision  supervision 1 sign_overdue

story  Nobody is reminded before the last mark                          # R8, R54
given  2026-11-20 09:00  a message
2026-11-25 24:00  system    remind               no  look_overdue
2026-11-26 00:01  time      passes               ok  message with_deputy  then remind
