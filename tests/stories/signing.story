# R18, hengyang-2022 sign-for: within 24 hours that run on working days only.

story  Dispatched on a Friday, signed for on Monday in time             # R18, R53
given  2022-10-28 15:00  an order for consultation, accepted
2022-10-28 16:00  reviewer  dispatch  ok  dispatched  sign_limit due 2022-10-31 16:00  work_limit due 2022-11-02 24:00
2022-10-31 15:59  unit      sign_for  ok  handling    sign_limit in_time

story  Dispatched on a Saturday, the whole Monday is there              # R18, R53
given  2022-10-29 09:00  an order for consultation, accepted
2022-10-29 10:00  reviewer  dispatch  ok  dispatched  sign_limit due 2022-10-31 24:00

story  A Saturday that is worked counts                                 # R18, R50
given  2026-02-13 15:00  an order for help, accepted
2026-02-13 16:00  reviewer  dispatch  ok  dispatched  sign_limit due 2026-02-14 16:00  work_limit due 2026-02-27 24:00

story  The Spring Festival does not count                               # R18, R50, R53
given  2026-02-14 15:00  an order for help, accepted
2026-02-14 16:00  reviewer  dispatch  ok  dispatched  sign_limit due 2026-02-24 16:00  work_limit due 2026-02-28 24:00

story  Signed for late, and late it stays                               # R18
given  2022-10-28 16:00  an order for help, dispatched
2022-10-31 16:01  time      passes    ok  order dispatched  sign_limit late
2022-11-01 09:00  unit      sign_for  ok  handling          sign_limit stopped  sign_limit late
2022-11-09 09:00  time      passes    ok  order handling    sign_limit late

story  Only the unit signs, only once, and nobody replies before        # R18
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 10:00  reviewer  sign_for  no  not_yours
2026-11-24 10:00  unit      reply     no  not_from_here
2026-11-24 10:01  unit      sign_for  ok  handling
2026-11-24 10:02  unit      sign_for  no  not_from_here
