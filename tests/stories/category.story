# R11, R21: the hotline says what it is; another category counts again from the same start, and both values are kept.

story  The category is the hotline's to say, and urgent is a flag beside it  # R11
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 09:30  deputy    accept complaint             no  not_yours
2026-11-24 10:00  reviewer  accept urgent complaint      ok  accepted
2026-11-24 10:10  reviewer  dispatch                     ok  dispatched  work_limit due 2026-11-25 24:00

story  From consultation to complaint: two days more, from the same start  # R21
given  2026-11-24 09:00  an order for consultation, handling
2026-11-25 10:00  reviewer  change_category complaint    ok  handling    work_limit moved_from 2026-11-27 24:00  work_limit due 2026-12-01 24:00  work_limit began 2026-11-24 09:00

story  From help to urgent: the end of the next working day             # R11, R21
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 15:00  reviewer  change_category urgent help  ok  dispatched  work_limit moved_from 2026-12-01 24:00  work_limit due 2026-11-25 24:00  sign_limit due 2026-11-25 09:00

story  The assisting units' limits move along                           # R17, R21
given  2026-11-24 09:00  an order for consultation, accepted
2026-11-24 10:00  reviewer  dispatch with_assistants     ok  dispatched  assist_limit due 2026-11-27 24:00
2026-11-25 10:00  reviewer  change_category help         ok  dispatched  assist_limit moved_from 2026-11-27 24:00  assist_limit due 2026-12-01 24:00  assist_limit second_unit due 2026-12-01 24:00

story  Changed before the dispatch, the limit is the new one's          # R21
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer  change_category consultation  ok  accepted
2026-11-24 11:00  reviewer  dispatch                     ok  dispatched  work_limit due 2026-11-27 24:00

story  The same again is no change, and praise is not handled           # R11, R21, R27
given  2026-11-24 09:00  an order for help, handling
2026-11-25 10:00  reviewer  change_category help         no  category_differs
2026-11-25 10:01  reviewer  change_category praise       no  needs_handling
2026-11-25 10:02  unit      change_category consultation  no  not_yours
2026-11-25 10:03  reviewer  change_category urgent help  ok  handling

story  What has been replied to keeps its category                      # R21
given  2026-11-24 09:00  an order for help, replied
2026-11-25 10:00  reviewer  change_category complaint    no  not_from_here
