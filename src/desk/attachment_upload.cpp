// The file is on disk before its row exists, so no row ever points at nothing; a file without a row
// is swept away later.
#include "desk/attachment_upload.h"

#include <algorithm>

#include "base/json.h"
#include "base/random.h"
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
    case PictureFault::not_a_picture: return "not_media";
    case PictureFault::too_large: return "picture_too_large";
    case PictureFault::damaged: return "picture_damaged";
  }
  return "picture_damaged";
}

std::string_view code_of(MediaFault fault) {
  switch (fault) {
    case MediaFault::not_media: return "not_media";
    case MediaFault::too_long: return "media_too_long";
    case MediaFault::too_large: return "media_too_large";
    case MediaFault::damaged: return "media_damaged";
    case MediaFault::no_tools: return "no_media_tools";
    case MediaFault::stopped: return "media_busy";
  }
  return "media_damaged";
}

std::optional<int> number_or_none(int number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

AttachmentCard card_of(AttachmentId id, const store::Attachment& one) {
  return {id,
          one.kind,
          one.media_type,
          one.size,
          number_or_none(one.width),
          number_or_none(one.height),
          number_or_none(one.seconds)};
}

/// A browser packs the same file differently each time, so the file tells requests apart.
Once once_of(const Upload& upload) {
  return {upload.key, "attachment " + sha256_hex(upload.bytes)};
}

std::optional<Uploaded> card_before(store::Connection& connection, const Person& person,
                                    const Once& once) {
  const auto earlier = find_earlier(connection, person, once);
  if (!earlier) return std::nullopt;
  if (!earlier->same) return Failure{std::string_view("idempotency_key_reused")};
  return Uploaded(*read_json<AttachmentCard>(earlier->answer));
}

Uploaded add_once(store::Connection& connection, const Person& person, const Once& once,
                  const store::Attachment& attachment) {
  if (auto earlier = card_before(connection, person, once)) return *std::move(earlier);
  const AttachmentCard card = card_of(store::add_attachment(connection, attachment), attachment);
  keep_answer(connection, person, once, to_json(card), attachment.created_at);
  return card;
}

/// The bytes first, then the row with what is known of them.
Uploaded keep(Desk& desk, const Person& person, const Upload& upload, std::string_view bytes,
              store::Attachment attachment) {
  attachment.sha256 = sha256_hex(bytes);
  attachment.size = std::int64_t(bytes.size());
  attachment.uploader = person.viewer.person;
  attachment.created_at = desk.now();
  desk.attachment_files.keep(attachment.sha256, bytes);
  return written(desk.database.write([&, once = once_of(upload)](store::Connection& connection) {
    return add_once(connection, person, once, attachment);
  }));
}

/// A folder of its own for one job, gone with all that is in it when the job is over.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& in) : path_(in / random_token()) {
    std::filesystem::create_directories(path_);
  }
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::optional<Uploaded> uploaded_before(Desk& desk, const Person& person, const Upload& upload) {
  return desk.database.read([&](store::Connection& connection) {
    return card_before(connection, person, once_of(upload));
  });
}

Uploaded upload_photo(Desk& desk, const Person& person, const Upload& upload) {
  if (upload.bytes.size() > kPhotoSizeMax) return Failure{std::string_view("media_too_large")};
  const auto picture = read_picture(upload.bytes);
  if (!picture) return Failure{code_of(picture.error())};
  return keep(desk, person, upload, picture->jpeg,
              {.kind = store::AttachmentKind::photo,
               .media_type = "image/jpeg",
               .width = picture->width,
               .height = picture->height});
}

Uploaded upload_media(Desk& desk, const Person& person, const Upload& upload,
                      const MediaTools& tools, const std::atomic<bool>& stop) {
  const auto format = read_media_header(upload.bytes);
  if (!format) return Failure{std::string_view("not_media")};
  const WorkFolder folder(desk.attachment_files.work_folder());
  const auto media = clean_media({tools, folder.path(), stop}, *format, upload.bytes);
  if (!media) return Failure{code_of(media.error())};
  return keep(desk, person, upload, media->bytes,
              {.kind = media->video ? store::AttachmentKind::video : store::AttachmentKind::audio,
               .media_type = media->video ? "video/mp4" : "audio/mp4",
               .width = media->width,
               .height = media->height,
               .seconds = media->seconds});
}

std::optional<AttachmentFile> find_attachment(Desk& desk, const Person& person, AttachmentId id) {
  return desk.database.read([&](store::Connection& connection) -> std::optional<AttachmentFile> {
    const auto found = store::find_attachment(connection, id);
    if (!found || !may_see_attachment(connection, person, *found)) return std::nullopt;
    return AttachmentFile{found->sha256, found->media_type, found->size};
  });
}

}  // namespace mashang::desk
