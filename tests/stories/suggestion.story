# R15, R40 to R45: a deputy's suggestion between sessions.

story  Too big for the hotline, it becomes a suggestion                 # R15, R40
given  2026-11-24 09:00  an order for idea, accepted
2026-11-24 10:00  unit            escalate                  no  not_yours
2026-11-24 10:01  reviewer        escalate                  ok  escalated   dispatch_limit stopped  then propose  suggestion proposed  adopt_limit due 2026-12-08 24:00  message result_back
2026-11-24 10:02  reviewer        dispatch                  no  not_from_here
2026-11-24 11:00  deputy          adopt forwarded           no  own_words
2026-11-24 11:01  deputy          adopt repeated            no  own_words
2026-11-24 11:02  joint_signatory  adopt                    no  not_yours
2026-11-24 11:03  deputy          adopt                     ok  drafted     adopt_limit stopped
2026-11-24 11:04  deputy          relay                     ok  answered

story  What a unit has is not escalated                                 # R15
given  2026-11-24 09:00  an order for idea, dispatched
2026-11-24 10:00  reviewer        escalate                  no  not_from_here

story  The deputy does not make it his own                              # R15, R40
given  2026-11-24 09:00  a suggestion, proposed
2026-11-24 10:00  deputy          file                      no  not_from_here
2026-11-24 10:01  deputy          decline                   ok  declined    adopt_limit stopped
2026-11-24 10:02  deputy          adopt                     no  not_from_here

story  He takes too long to say                                         # R40, R54
given  2026-11-24 09:00  a suggestion, proposed
2026-12-09 00:01  time            passes                    ok  suggestion proposed  adopt_limit late
2026-12-09 10:00  deputy          adopt                     ok  drafted     adopt_limit late

story  A deputy raises it himself                                       # R40, R41
2026-11-24 09:00  resident        draft                     no  not_yours
2026-11-24 09:01  deputy          draft repeated            no  own_words
2026-11-24 09:02  deputy          draft strange_message     no  sources_his
2026-11-24 09:03  deputy          draft                     ok  drafted
2026-11-24 09:04  deputy          revise repeated           no  own_words
2026-11-24 09:05  deputy          revise                    ok  drafted
2026-11-24 09:06  deputy          file                      ok  filed       check_limit due 2026-12-01 24:00
2026-11-24 09:07  deputy          revise                    no  not_from_here

story  A message is not just forwarded                                  # R41, chongqing-suggestions-2017 article 9
given  2026-11-24 09:00  a message
2026-11-24 10:00  deputy          draft forwarded           no  own_words
2026-11-24 10:01  deputy          draft                     ok  drafted

story  Others sign jointly                                              # R41
given  2026-11-24 09:00  a suggestion, drafted
2026-11-24 10:00  deputy          invite                    ok  drafted
2026-11-24 10:01  deputy          invite                    no  signatory_known
2026-11-24 10:02  deputy          invite himself            no  signatory_known
2026-11-24 10:03  deputy          invite second_deputy unknown_deputy  no  signatory_known
2026-11-24 10:04  deputy          invite second_deputy      ok  drafted
2026-11-24 11:00  joint_signatory  sign_jointly             ok  drafted
2026-11-24 11:01  joint_signatory  sign_jointly             no  not_signed_before
2026-11-24 11:02  joint_signatory  file                     no  not_yours
2026-11-24 12:00  joint_signatory  sign_jointly second_deputy  ok  drafted
2026-11-24 13:00  deputy          file                      ok  filed
2026-11-24 13:01  joint_signatory  sign_jointly             no  not_from_here

story  Turned back because it is a personal matter                      # R41, R42
given  2026-11-24 09:00  a suggestion, filed
2026-11-24 10:00  deputy          turn_back                 no  not_yours
2026-11-25 10:00  liaison_office  turn_back personal_matter  ok  drafted    check_limit stopped
2026-11-25 11:00  liaison_office  enroll                    no  not_from_here
2026-11-25 12:00  deputy          revise                    ok  drafted
2026-11-25 12:01  deputy          file                      ok  filed       check_limit due 2026-12-02 24:00

story  Taken back before it is registered, and not after                # R9, R41
given  2026-11-24 09:00  a suggestion, filed
2026-11-24 10:00  liaison_office  withdraw                  no  not_yours
2026-11-24 10:01  deputy          withdraw                  ok  withdrawn   check_limit stopped

story  Registered, it is not taken back any more                        # R9, R42
given  2026-11-24 09:00  a suggestion, registered
2026-11-24 10:00  deputy          withdraw                  no  not_from_here

story  Checked, registered and referred                                 # R42
given  2026-03-02 09:00  a suggestion, filed
2026-03-02 10:00  unit            enroll                    no  not_yours
2026-03-02 10:01  liaison_office  enroll                    ok  registered  refer_limit due 2026-03-09 24:00
2026-03-03 10:00  liaison_office  refer with_itself         no  units_distinct
2026-03-03 10:01  liaison_office  refer unknown_unit        no  unit_known
2026-03-03 10:02  deputy          refer                     no  not_yours
2026-03-03 10:03  liaison_office  refer with_assistant      ok  referred    refer_limit stopped  reply_limit due 2026-06-03 24:00  assist_limit due 2026-04-03 24:00  return_window due 2026-03-17 24:00

story  Wide or difficult, it has six months                             # R43, R51; 3 May is a holiday, so the assisting unit has until the 6th
given  2026-03-02 09:00  a suggestion, registered
2026-03-03 10:00  liaison_office  refer wide with_assistant  ok  referred   reply_limit due 2026-09-03 24:00  assist_limit due 2026-05-06 24:00

story  Referred to the wrong unit, it comes back within ten working days  # R42, chongqing-suggestions-2017 wrong-referral
given  2026-03-02 09:00  a suggestion, referred
2026-03-13 10:00  unit            request_return without_basis  no  return_papers_complete
2026-03-16 10:00  unit            request_return            ok  referred    return_decision due 2026-03-17 24:00
2026-03-16 11:00  unit            grant_return              no  not_yours
2026-03-16 15:00  liaison_office  grant_return              ok  registered  reply_limit stopped  refer_limit due 2026-03-23 24:00
2026-03-17 10:00  liaison_office  refer to_other_unit       ok  referred    reply_limit due 2026-06-17 24:00

story  The eleventh working day is too late                             # R42
given  2026-03-02 09:00  a suggestion, referred
2026-03-17 00:01  unit            request_return            no  return_window_open

story  The office does not take it back                                 # R42
given  2026-03-02 09:00  a suggestion, referred
2026-03-03 10:00  unit            request_return            ok  referred
2026-03-04 10:00  liaison_office  refuse_return             ok  referred    return_window stopped  reply_limit unmoved  reply_limit due 2026-06-02 24:00
2026-03-04 10:01  unit            request_return            no  not_returned_before

story  A reply is signed, coded, spoken about, and everybody's          # R43
given  2026-03-02 09:00  a suggestion, registered
2026-03-03 10:00  liaison_office  refer with_assistant      ok  referred
2026-04-01 10:00  unit            report_progress           ok  referred
2026-04-02 10:00  unit            reply_formally A          no  assistants_settled
2026-04-02 11:00  assisting_unit  assist                    ok  referred    assist_limit stopped
2026-04-02 12:00  unit            reply_formally A unsigned  no  head_signed
2026-04-02 12:01  unit            reply_formally E          no  reply_coded
2026-04-02 12:02  unit            reply_formally B          no  reply_coded
2026-04-02 12:03  unit            reply_formally A until 2026-12-31  no  reply_coded
2026-04-02 12:04  unit            reply_formally C until 2026-04-02  no  reply_coded
2026-04-02 12:05  unit            reply_formally A spoken 2026-03-01 10:00  no  caller_contacted
2026-04-02 12:06  assisting_unit  reply_formally A          no  not_yours
2026-04-02 12:07  unit            reply_formally A          ok  evaluating  reply_limit stopped  evaluation_window due 2026-05-06 24:00

story  An assisting unit's absence is explained                         # R43
given  2026-03-02 09:00  a suggestion, registered
2026-03-03 10:00  liaison_office  refer with_assistants     ok  referred
2026-04-02 12:00  unit            reply_formally D explained  ok  evaluating  assist_limit stopped  assist_limit second_unit stopped

story  Not replied to in three months                                   # R43, R54
given  2026-03-02 09:00  a suggestion, referred
2026-06-03 00:00  time            passes                    ok  suggestion referred  reply_limit in_time
2026-06-03 00:01  time            passes                    ok  suggestion referred  reply_limit late
2026-06-04 10:00  unit            reply_formally A          ok  evaluating  reply_limit late

story  Evaluated, it is closed                                          # R44
given  2026-03-02 09:00  a suggestion, evaluating
2026-03-05 10:00  unit            evaluate satisfied        no  not_yours
2026-03-05 10:01  joint_signatory  evaluate satisfied       no  not_yours
2026-03-05 10:02  deputy          evaluate mostly           ok  closed      then settle  evaluation_window stopped
2026-03-05 10:03  deputy          evaluate dissatisfied     no  not_from_here

story  Dissatisfied: to be redone within a month                        # R44, R51; 5 and 6 April are holidays
given  2026-03-02 09:00  a suggestion, evaluating
2026-03-05 10:00  deputy          evaluate dissatisfied     ok  referred    then redo_formally  evaluation_window stopped  redo_reply_limit due 2026-04-07 24:00
2026-03-05 10:01  unit            request_return            no  return_window_open
2026-04-03 10:00  unit            reply_formally A          ok  evaluating  redo_reply_limit stopped  evaluation_window due 2026-05-07 24:00
2026-04-07 10:00  deputy          evaluate satisfied        ok  closed

story  Not evaluated in twenty working days, it is closed               # R44
given  2026-03-02 09:00  a suggestion, evaluating
2026-03-30 23:59  time            passes                    ok  suggestion evaluating
2026-03-31 00:01  time            passes                    ok  suggestion closed  then settle
2026-03-31 10:00  deputy          evaluate satisfied        no  not_from_here

story  Promised, evaluated, kept, evaluated again                       # R45
given  2026-03-02 09:00  a suggestion, referred
2026-04-02 10:00  unit            reply_formally B until 2026-12-31  ok  evaluating
2026-04-03 10:00  deputy          evaluate satisfied        ok  promised    then hold_to_promise  follow_up due 2026-12-31 24:00
2026-04-03 10:01  deputy          evaluate satisfied        no  not_from_here
2026-08-03 10:00  unit            report_progress           ok  promised
2026-12-01 10:00  unit            reply_formally A unsigned  no  head_signed
2026-12-01 10:01  unit            reply_formally A          ok  evaluating  follow_up stopped
2026-12-02 10:00  deputy          evaluate satisfied        ok  closed

story  Promised, and not evaluated: the promise stays in the ledger     # R44, R45
given  2026-03-02 09:00  a suggestion, referred
2026-03-03 10:00  unit            reply_formally C until 2026-12-31  ok  evaluating
2026-04-01 00:01  time            passes                    ok  suggestion promised  then hold_to_promise  follow_up due 2026-12-31 24:00
2027-01-01 00:01  time            passes                    ok  suggestion promised  follow_up late

story  Promised again until a later day                                 # R45
given  2026-03-02 09:00  a suggestion, referred
2026-03-03 10:00  unit            reply_formally B until 2026-06-30  ok  evaluating
2026-03-04 10:00  deputy          evaluate satisfied        ok  promised
2026-06-29 10:00  unit            reply_formally B until 2026-09-30  ok  evaluating
2026-06-30 10:00  deputy          evaluate mostly           ok  promised    follow_up due 2026-09-30 24:00

story  The day promised goes by while the deputy evaluates              # R45
given  2026-03-02 09:00  a suggestion, referred
2026-04-02 10:00  unit            reply_formally B until 2026-04-10  ok  evaluating
2026-04-20 10:00  deputy          evaluate satisfied        ok  promised    follow_up due 2026-04-21 24:00
2026-04-20 11:00  unit            reply_formally A          ok  evaluating  follow_up in_time

story  Dissatisfied with a promise: to be redone, not to be waited for  # R44, R45
given  2026-03-02 09:00  a suggestion, referred
2026-03-03 10:00  unit            reply_formally B until 2026-12-31  ok  evaluating
2026-03-04 10:00  deputy          evaluate dissatisfied     ok  referred    redo_reply_limit due 2026-04-07 24:00

story  From the resident's message to the suggestion that is carried out  # R15, R40, R41, R42, R43, R44, R45
given  2026-03-02 09:00  an order for idea, submitted
2026-03-02 10:00  reviewer        escalate                  ok  escalated   suggestion proposed  message result_back
2026-03-03 10:00  deputy          adopt                     ok  drafted
2026-03-03 10:10  deputy          invite                    ok  drafted
2026-03-04 10:00  joint_signatory  sign_jointly             ok  drafted
2026-03-04 11:00  deputy          file                      ok  filed
2026-03-05 10:00  liaison_office  turn_back several_matters  ok  drafted
2026-03-05 14:00  deputy          revise                    ok  drafted
2026-03-05 15:00  deputy          file                      ok  filed
2026-03-06 10:00  liaison_office  enroll                    ok  registered
2026-03-06 11:00  liaison_office  refer with_assistant      ok  referred
2026-03-09 10:00  unit            request_return            ok  referred
2026-03-09 15:00  liaison_office  grant_return              ok  registered
2026-03-10 10:00  liaison_office  refer to_other_unit       ok  referred    reply_limit due 2026-06-10 24:00
2026-05-11 10:00  unit            reply_formally B until 2026-10-30  ok  evaluating
2026-05-12 10:00  deputy          evaluate mostly           ok  promised    follow_up due 2026-10-30 24:00
2026-10-28 10:00  unit            reply_formally A          ok  evaluating
2026-10-29 10:00  deputy          evaluate satisfied        ok  closed
