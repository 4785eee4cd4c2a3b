// Rows go first; an attachment's file goes after the commit, so that no row is ever left without
// its file.
#include "desk/sweep.h"

#include "store/idempotency_store.h"
#include "store/session_store.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

// A draft that lies longer than a week takes its attachments anew.
constexpr auto kUnusedAttachmentsKept = std::chrono::days(7);
// A phone that was without network for a month won't send its old request again.
constexpr auto kAnswersKept = std::chrono::days(30);

}  // namespace

void sweep(Desk& desk) {
  const Instant now = desk.machine_time();
  const Instant clock = desk.now();
  const auto orphans = written(desk.database.write([now, clock](Connection& connection) {
    store::forget_expired_sessions(connection, now);
    store::forget_expired_bind_tokens(connection, now);
    store::forget_remembered(connection, clock - kAnswersKept);
    return store::forget_unused_attachments(connection, clock - kUnusedAttachmentsKept);
  }));
  for (const std::string& sha256 : orphans) desk.attachment_files.remove(sha256);
}

}  // namespace mashang::desk
