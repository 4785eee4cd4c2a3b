# R12 to R15, R27: what the hotline does with a matter when it comes in.

story  A consultation is answered on the line                           # R12, R13, our-choices on-the-line
given  2026-11-24 09:00  an order for consultation, submitted
2026-11-24 10:00  reviewer  answer_on_line consultation      ok  archived  review_limit stopped  work_limit none  then take_result  message result_back
2026-11-24 11:00  deputy    relay                            ok  answered

story  Anything else becomes an order                                   # R13
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  answer_on_line help              no  is_consultation
2026-11-24 10:01  reviewer  answer_on_line complaint         no  is_consultation
2026-11-24 10:02  callback  answer_on_line consultation      no  not_yours
2026-11-24 10:03  reviewer  accept help                      ok  accepted
2026-11-24 10:04  reviewer  answer_on_line consultation      no  not_from_here

story  Another city's matter                                            # R12, R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject other_jurisdiction        ok  rejected  message with_deputy

story  The army or the armed police                                     # R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject military                  ok  rejected  message with_deputy

story  A matter for a court or another legal channel                    # R14
given  2026-11-24 09:00  an order for complaint, submitted
2026-11-24 10:00  reviewer  reject legal_channel             ok  rejected  message with_deputy

story  Secrets or privacy                                               # R14
given  2026-11-24 09:00  an order for wrongdoing, submitted
2026-11-24 10:00  reviewer  reject secrets_or_privacy        ok  rejected  message with_deputy

story  Against the law or public morals                                 # R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject unlawful                  ok  rejected  message with_deputy

story  Not concrete                                                     # R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject not_concrete              ok  rejected  message with_deputy

story  The same matter with nothing new                                 # R14, R16
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject same_matter               ok  rejected  message with_deputy

story  An emergency                                                     # R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  reject emergency                 ok  rejected  message with_deputy

story  A matter of Party, congress or CPPCC                             # R14
given  2026-11-24 09:00  an order for criticism, submitted
2026-11-24 10:00  reviewer  reject party_and_congress        ok  rejected  message with_deputy

story  Only the reviewer rejects, and only what is not accepted yet     # R12, R14
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  deputy    reject unlawful                  no  not_yours
2026-11-24 10:01  unit      reject unlawful                  no  not_yours
2026-11-24 10:02  reviewer  accept help                      ok  accepted
2026-11-24 10:03  reviewer  reject unlawful                  no  not_from_here

story  Nuisance                                                         # R27, our-choices void-contacts
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  callback  record nuisance                  no  not_yours
2026-11-24 10:01  reviewer  record help nuisance             ok  archived  sign_limit none  message result_back

story  Void                                                             # R27, our-choices void-contacts
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  record help invalid              ok  archived  message result_back

story  Withdrawn by telephone                                           # R27, our-choices void-contacts
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  record help withdrawn            ok  archived  message result_back

story  The deputy takes it back, until a unit has it                    # R9, our-choices withdrawal
given  2026-11-24 09:00  an order for help, submitted
2026-11-24 10:00  reviewer  withdraw                         no  not_yours
2026-11-24 10:01  deputy    withdraw                         ok  withdrawn  review_limit stopped  then take_back  message with_deputy  look_limit due 2026-11-27 24:00
2026-11-24 10:02  reviewer  accept help                      no  not_from_here

story  Accepted, he may still                                           # R9
given  2026-11-24 09:00  an order for help, accepted
2026-11-24 10:00  deputy    withdraw                         ok  withdrawn  dispatch_limit stopped  message with_deputy

story  Dispatched, he may not                                           # R9
given  2026-11-24 09:00  an order for help, dispatched
2026-11-24 10:00  deputy    withdraw                         no  not_from_here
2026-11-24 10:01  resident  withdraw                         no  not_from_here
