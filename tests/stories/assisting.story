# R17, beijing-2021 article-14: one lead unit and any number of assisting ones; nobody replies over their heads.

story  The lead unit waits until both have given their part             # R17
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistants  ok  dispatched  assist_limit due 2026-12-01 24:00  assist_limit second_unit due 2026-12-01 24:00
2026-11-24 10:30  unit            sign_for                  ok  handling
2026-11-25 10:00  unit            reply                     no  assistants_settled
2026-11-25 11:00  assisting_unit  assist                    ok  handling    assist_limit stopped  assist_limit second_unit runs
2026-11-25 11:01  assisting_unit  assist                    no  owes_assistance
2026-11-25 12:00  unit            reply                     no  assistants_settled
2026-11-25 14:00  assisting_unit  assist second_unit        ok  handling    assist_limit second_unit stopped
2026-11-25 15:00  unit            reply                     ok  replied

story  Or explains why a part is missing                                # R17
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistants  ok  dispatched
2026-11-24 10:30  unit            sign_for                  ok  handling
2026-11-25 11:00  assisting_unit  assist                    ok  handling
2026-11-25 12:00  unit            reply explained           ok  replied     assist_limit second_unit stopped
2026-11-25 13:00  assisting_unit  assist second_unit        no  not_from_here

story  A promise is not made over their heads either                    # R17, R24
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistant   ok  dispatched
2026-11-24 10:30  unit            sign_for                  ok  handling
2026-11-25 12:00  unit            promise until 2026-12-31  no  assistants_settled
2026-11-25 12:01  unit            promise explained until 2026-12-31  ok  tracked  assist_limit stopped

story  They may give their part before the lead unit has signed         # R17
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistant   ok  dispatched
2026-11-24 10:10  assisting_unit  assist                    ok  dispatched  assist_limit stopped
2026-11-24 10:30  unit            sign_for                  ok  handling
2026-11-24 16:00  unit            reply                     ok  replied

story  Each on a clock of its own, urgent ones on a short one           # R17, R21
given  2026-11-24 09:00  an order for urgent help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistants  ok  dispatched  assist_limit due 2026-11-25 24:00
2026-11-25 10:00  assisting_unit  assist second_unit        ok  dispatched  assist_limit second_unit in_time
2026-11-26 10:00  time            passes                    ok  assist_limit late  assist_limit second_unit in_time

story  Only units on the list, each once, and none of them the lead     # R17
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_itself      no  units_distinct
2026-11-24 10:01  reviewer        dispatch unknown_unit     no  unit_known
2026-11-24 10:02  unit            dispatch                  no  not_yours
2026-11-24 10:03  reviewer        dispatch with_assistant   ok  dispatched

story  An assisting unit gives its part and nothing else                # R17
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistant   ok  dispatched
2026-11-24 10:01  assisting_unit  sign_for                  no  not_yours
2026-11-24 10:30  unit            sign_for                  ok  handling
2026-11-24 11:00  assisting_unit  reply                     no  not_yours
2026-11-24 11:01  unit            assist                    no  not_yours

story  Returned and dispatched anew, the former assistants are through  # R17, R20
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  reviewer        dispatch with_assistant   ok  dispatched
2026-11-24 11:00  unit            request_return            ok  dispatched
2026-11-24 12:00  reviewer        grant_return              ok  accepted    assist_limit stopped
2026-11-24 13:00  reviewer        dispatch to_other_unit    ok  dispatched
2026-11-24 14:00  unit            sign_for                  ok  handling
2026-11-24 15:00  assisting_unit  assist                    no  owes_assistance
2026-11-24 16:00  unit            reply                     ok  replied
