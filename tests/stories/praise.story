# R27, our-choices praise: recorded and closed without dispatch, and only praise.

story  Praise is recorded, and the deputy tells the resident            # R27
given  2026-11-24 09:00  an order for praise, submitted
2026-11-24 10:00  reviewer  record            ok  archived  review_limit stopped  then take_result  message result_back
2026-11-24 11:00  deputy    relay             ok  answered

story  A complaint is not closed as if it were praise                   # R27
given  2026-11-24 09:00  an order for complaint, submitted
2026-11-24 10:00  reviewer  record complaint  no  needs_no_dispatch
2026-11-24 10:01  reviewer  accept complaint  ok  accepted
2026-11-24 10:02  reviewer  record            no  not_from_here
