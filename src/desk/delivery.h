// Delivery: rows of the outbox are passed on to those who chose a channel, and letters go out one
// by one. What a letter says is one plain sentence and where to look: lock screens are read by
// others. Invariant: a letter that may have arrived is never sent again. Exactly once can't be had
// across two machines: between the service's "taken" and our note of it there is a moment in which
// a power cut leaves us not knowing. We then let it be, as `unknown`: the page tells the same, and
// two notices of one event are worse than a page that is looked at later.
#pragma once

#include "desk/desk.h"
#include "rules/notice_channel.h"

namespace mashang::desk {

/// What leaves the house, and where to.
struct Letter {
  std::int64_t delivery = 0;
  rules::NoticeChannel channel{};
  Text2s text;
  std::string number;  // of the case
  std::string path;    // of the page in a browser: "/m/#/pages/message/message?id=12"
  std::string page;    // of the mini-program: "pages/message/message?id=12"; "" for staff
  Instant at;          // when it was queued, by the machine
  // Of push:
  PushAddress address;
  // Of WeChat:
  std::string openid;
  std::string template_id;
};

enum class Fate {
  taken,         // by the service; whether somebody sees it, no service tells
  unknown,       // no answer after it was sent: it may have arrived
  not_now,       // refused or unreachable for now
  refused,       // for good
  address_gone,  // the browser or the consent is no more
};

struct Sent {
  Fate fate{};
  std::string why = {};          // a few letters for the record and the log: "503", "43101"
  std::chrono::seconds wait{0};  // what the service asked for, with `not_now`
};

/// Passes on what waits in the outbox; the number of rows. A row of whose people nobody chose a
/// channel is marked so. Throws store::Fault, as all of these.
int pass_on_notices(Desk& desk);

/// The deliveries whose turn has come, the longest waiting first.
std::vector<std::int64_t> letters_due(Desk& desk);

/// Claims the delivery and writes its letter; nothing when its address has gone, or its turn.
std::optional<Letter> take_letter(Desk& desk, std::int64_t delivery);

/// Records what became of it: done, once more later, or given up after three days.
void record(Desk& desk, const Letter& letter, const Sent& sent);

/// After a start: what was claimed by the server before may have arrived.
void end_abandoned_letters(Desk& desk);

/// How long after the n-th try the next one comes: 10 s, 30 s, 2 min, 10 min, 1 h, then every 6 h,
/// each up to a fifth longer or shorter, so that many don't come back at once.
std::chrono::seconds wait_after(int tries, double jitter);

}  // namespace mashang::desk
