# R21, hengyang-2022 limits: urgent 1, consultation 3, everything else 5 working days, counted from dispatch.

story  Urgent                                                           # R11, R21
given  2026-11-24 09:00  an order for urgent help, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-11-25 24:00

story  Urgent goes before the category                                  # R11, R21
given  2026-11-24 09:00  an order for urgent consultation, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-11-25 24:00

story  Consultation                                                     # R21
given  2026-11-24 09:00  an order for consultation, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-11-27 24:00

story  Help                                                             # R21
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00

story  Idea                                                             # R21
given  2026-11-24 09:00  an order for idea, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00

story  Criticism                                                        # R21
given  2026-11-24 09:00  an order for criticism, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00

story  Complaint                                                        # R21
given  2026-11-24 09:00  an order for complaint, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00

story  Wrongdoing                                                       # R21
given  2026-11-24 09:00  an order for wrongdoing, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00

story  Praise has no limit, because it is not handled                   # R21, R27
given  2026-11-24 09:00  an order for praise, submitted
2026-11-24 10:00  reviewer  accept praise     no  needs_handling

story  The days count from dispatch, however late the unit signs        # R21, R51
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2026-12-01 24:00
2026-11-26 10:00  unit      sign_for          ok  handling    work_limit due 2026-12-01 24:00

story  Not done in time, it is late, and may be done all the same       # R21, R51
given  2026-11-24 09:00  an order for consultation, handling
2026-11-28 00:00  time      passes            ok  order handling  work_limit in_time
2026-11-28 00:01  time      passes            ok  order handling  work_limit late
2026-11-30 10:00  unit      reply             ok  replied         work_limit stopped  work_limit late

story  Over National Day                                                # R21, R50; 10 October 2025 is a Friday, 11 October is worked
given  2025-09-30 17:00  an order for consultation, accepted
2025-09-30 18:00  reviewer  dispatch          ok  dispatched  sign_limit due 2025-10-09 18:00  work_limit due 2025-10-11 24:00

story  Into a year whose notice is not out                              # R52
given  2026-12-28 09:00  an order for help, accepted
2026-12-28 10:00  reviewer  dispatch          ok  dispatched  work_limit due 2027-01-04 24:00 provisional
