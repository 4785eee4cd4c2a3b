# R16, beijing-2021 article-11: the same person's is appended, told or linked; other persons' are linked, and nobody is dropped.

story  Appended to the open order, both messages get the result         # R16, R7
given  2026-11-24 09:00  an order for help, handling
given  2026-11-25 09:00  a second order for help, submitted
2026-11-25 10:00  reviewer  second: append              ok  appended  then take_addition  order handling  message at_hotline  second message at_hotline
2026-11-25 10:01  reviewer  second: accept help         no  not_from_here
2026-11-26 10:00  unit      reply                       ok  replied   second message at_hotline
2026-11-26 15:00  callback  call_back satisfied         ok  archived  message result_back  second message result_back
2026-11-26 16:00  deputy    relay                       ok  answered  second message result_back
2026-11-26 16:01  deputy    second: relay               ok  answered

story  What is appended costs the unit no time and gives it none        # R16, R21
given  2026-11-24 09:00  an order for help, handling
given  2026-11-27 09:00  a second order for help, submitted
2026-11-27 10:00  reviewer  second: append              ok  appended  review_limit stopped
2026-11-30 10:00  unit      reply                       ok  replied   work_limit unmoved  work_limit in_time

story  Another person's is not appended but linked, and each is answered  # R16
given  2026-11-24 09:00  an order for help, handling
given  2026-11-24 09:30  another person's order for help, submitted
2026-11-24 10:00  reviewer  second: append              no  earlier_known
2026-11-24 10:01  reviewer  second: tell_result         no  earlier_known
2026-11-24 10:02  unit      second: link                no  not_yours
2026-11-24 10:03  reviewer  second: link                ok  submitted
2026-11-24 10:04  reviewer  second: link                no  other_matter
2026-11-24 10:05  reviewer  second: accept help         ok  accepted
2026-11-24 10:06  reviewer  second: dispatch            ok  dispatched
2026-11-24 11:00  unit      reply                       ok  replied   second message at_hotline
2026-11-24 12:00  callback  call_back satisfied         ok  archived  message result_back  second message at_hotline
2026-11-24 13:00  unit      second: sign_for            ok  handling
2026-11-24 14:00  unit      second: reply               ok  replied
2026-11-24 15:00  callback  second: call_back satisfied  ok  archived  second message result_back

story  Done and nothing new: its result is told, no order is opened     # R16
given  2026-11-24 09:00  an order for help, replied
2026-11-25 15:00  callback  call_back satisfied         ok  archived
given  2026-11-26 09:00  a second order for help, submitted
2026-11-26 10:00  reviewer  second: append              no  earlier_open
2026-11-26 10:01  reviewer  second: tell_result         ok  archived  review_limit stopped  second message result_back

story  Done, with new facts: a new order, linked                        # R16
given  2026-11-24 09:00  an order for help, replied
2026-11-25 15:00  callback  call_back satisfied         ok  archived
given  2026-11-26 09:00  a second order for help, submitted
2026-11-26 10:00  reviewer  second: link                ok  submitted
2026-11-26 10:01  reviewer  second: accept help         ok  accepted
2026-11-26 10:02  reviewer  link                        no  not_from_here

story  There is no result to tell yet                                   # R16
given  2026-11-24 09:00  an order for help, handling
given  2026-11-24 10:00  a second order for help, submitted
2026-11-24 11:00  reviewer  second: tell_result         no  earlier_answered
2026-11-24 11:01  reviewer  second: append unknown_order  no  earlier_known
2026-11-24 11:02  reviewer  second: link unknown_order  no  other_order_known
2026-11-24 11:03  unit      second: append              no  not_yours
2026-11-24 11:04  reviewer  second: append              ok  appended

story  The order it was appended to is rejected: both come back         # R14, R16
given  2026-11-24 09:00  an order for help, submitted
given  2026-11-24 09:30  a second order for help, submitted
2026-11-24 10:00  reviewer  second: append              ok  appended  order submitted
2026-11-24 10:30  reviewer  reject other_jurisdiction   ok  rejected  message with_deputy  second message with_deputy
