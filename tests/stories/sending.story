# R1, R2, R3: a resident writes to a deputy who serves, having read the notice in force.

story  A message is sent and the deputy's time to look begins          # R1, R2; three working days
2026-11-24 09:00  resident  send                      ok  with_deputy  look_limit due 2026-11-27 24:00

story  A deputy who does not serve is not written to                    # R1, deputies-law-2025 articles-61-63
2026-11-24 09:00  resident  send deputy_suspended     no  deputy_active

story  A notice that has changed must be read again                     # R3, personal-information-2021 article-17
2026-11-24 09:00  resident  send old_notice           no  notice_accepted
2026-11-24 09:02  resident  send                      ok  with_deputy

story  Somebody else's attachment does not go along                     # R2
2026-11-24 09:00  resident  send strange_attachment   no  attachments_usable
2026-11-24 09:01  resident  send                      ok  with_deputy
2026-11-24 09:05  resident  supplement strange_attachment  no  attachments_usable
2026-11-24 09:06  resident  supplement                ok  with_deputy  look_limit due 2026-11-27 24:00

story  Only a resident sends, and a message is sent once                # R1
2026-11-24 09:00  deputy    send                      no  not_yours
2026-11-24 09:00  resident  send                      ok  with_deputy
2026-11-24 09:01  resident  send                      no  not_from_here

story  Sent before a holiday, the time to look jumps over it            # R50, R51; National Day 2026 is 1 to 7 October, 10 October is worked
2026-09-30 20:00  resident  send                      ok  with_deputy  look_limit due 2026-10-10 24:00

story  Sent at the end of a year whose next notice is not out           # R52
2026-12-29 09:00  resident  send                      ok  with_deputy  look_limit due 2027-01-01 24:00 provisional

story  At the station's code somebody serves in his place               # R1
2026-11-24 09:00  resident  send deputy_suspended     no  deputy_active
2026-11-24 09:01  resident  send                      ok  with_deputy
