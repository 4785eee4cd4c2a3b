// The file is on disk before its row exists, so no row ever points at nothing; a file without a row
// is swept away later.
#include "desk/attachment_upload.h"

#include <algorithm>

#include "base/json.h"
#include "base/sha256.h"
#include "desk/once.h"
#include "rules/scope.h"
#include "store/case_store.h"
#include "store/order_store.h"

namespace mashang::desk {
namespace {

bool sees_case(store::Connection& connection, const Person& person, const store::CaseRef& ref) {
  const auto standing = store::load_case(connection, ref.kind, ref.id);
  return standing && rules::may_see(person.viewer, ref.kind, cases::parties_of(*standing));
}

/// An order shows the attachments that its message had when it was passed on, and no later ones.
bool sees_in_order(store::Connection& connection, const Person& person,
                   const store::Attachment& attachment) {
  if (attachment.used_in->kind != rules::CaseKind::message) return false;
  const auto id = store::order_of_message(connection, {attachment.used_in->id});
  const auto order = id ? store::load_order(connection, *id) : std::nullopt;
  return order &&
         std::ranges::find(order->attachments, attachment.id) != order->attachments.end() &&
         rules::may_see(person.viewer, rules::CaseKind::order, cases::parties_of(*order));
}

bool may_see_attachment(store::Connection& connection, const Person& person,
                        const store::Attachment& attachment) {
  if (!attachment.used_in) return attachment.uploader == person.viewer.person;
  return sees_case(connection, person, *attachment.used_in) ||
         sees_in_order(connection, person, attachment);
}

std::string_view code_of(PictureFault fault) {
  switch (fault) {
    case PictureFault::not_a_picture: return "not_a_picture";
    case PictureFault::too_large: return "picture_too_large";
    case PictureFault::damaged: return "picture_damaged";
  }
  return "picture_damaged";
}

Result<AttachmentCard, std::string_view> add_once(store::Connection& connection,
                                                  const Person& person, const Once& once,
                                                  const store::Attachment& attachment) {
  if (const auto earlier = find_earlier(connection, person, once)) {
    if (!earlier->same) return Failure{std::string_view("idempotency_key_reused")};
    return *read_json<AttachmentCard>(earlier->answer);
  }
  const AttachmentId id = store::add_attachment(connection, attachment);
  const AttachmentCard card{id, attachment.media_type, attachment.size, attachment.width,
                            attachment.height};
  keep_answer(connection, person, once, to_json(card), attachment.created_at);
  return card;
}

}  // namespace

Result<AttachmentCard, std::string_view> upload_attachment(Desk& desk, const Person& person,
                                                           const std::string& key,
                                                           std::string_view bytes) {
  const auto picture = read_picture(bytes);
  if (!picture) return Failure{code_of(picture.error())};
  const std::string sha256 = sha256_hex(picture->jpeg);
  desk.attachment_files.keep(sha256, picture->jpeg);
  const store::Attachment attachment{.sha256 = sha256,
                                     .media_type = "image/jpeg",
                                     .size = std::int64_t(picture->jpeg.size()),
                                     .width = picture->width,
                                     .height = picture->height,
                                     .uploader = person.viewer.person,
                                     .created_at = desk.now()};
  // A browser packs the same file differently each time, so the file tells requests apart.
  const Once once{key, "attachment " + sha256_hex(bytes)};
  return written(desk.database.write([&](store::Connection& connection) {
    return add_once(connection, person, once, attachment);
  }));
}

std::optional<std::string> read_attachment(Desk& desk, const Person& person, AttachmentId id) {
  const auto attachment =
      desk.database.read([&](store::Connection& connection) -> std::optional<store::Attachment> {
        auto found = store::find_attachment(connection, id);
        if (!found || !may_see_attachment(connection, person, *found)) return std::nullopt;
        return found;
      });
  return attachment ? desk.attachment_files.read(attachment->sha256) : std::nullopt;
}

}  // namespace mashang::desk
