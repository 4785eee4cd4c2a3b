// The file is on disk before its row exists, so no row ever points at nothing; a file without a row
// is swept away later.
#include "desk/photo_upload.h"

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

/// An order shows the photos that its message had when it was passed on, and no later ones.
bool sees_in_order(store::Connection& connection, const Person& person, const store::Photo& photo) {
  if (photo.used_in->kind != rules::CaseKind::message) return false;
  const auto id = store::order_of_message(connection, {photo.used_in->id});
  const auto order = id ? store::load_order(connection, *id) : std::nullopt;
  return order && std::ranges::find(order->photos, photo.id) != order->photos.end() &&
         rules::may_see(person.viewer, rules::CaseKind::order, cases::parties_of(*order));
}

bool may_see_photo(store::Connection& connection, const Person& person, const store::Photo& photo) {
  if (!photo.used_in) return photo.uploader == person.viewer.person;
  return sees_case(connection, person, *photo.used_in) || sees_in_order(connection, person, photo);
}

std::string_view code_of(PictureFault fault) {
  switch (fault) {
    case PictureFault::not_a_picture: return "not_a_picture";
    case PictureFault::too_large: return "picture_too_large";
    case PictureFault::damaged: return "picture_damaged";
  }
  return "picture_damaged";
}

Result<PhotoCard, std::string_view> add_once(store::Connection& connection, const Person& person,
                                             const Once& once, const store::Photo& photo) {
  if (const auto earlier = find_earlier(connection, person, once)) {
    if (!earlier->same) return Failure{std::string_view("idempotency_key_reused")};
    return *read_json<PhotoCard>(earlier->answer);
  }
  const PhotoId id = store::add_photo(connection, photo);
  const PhotoCard card{id, photo.media_type, photo.size, photo.width, photo.height};
  keep_answer(connection, person, once, to_json(card), photo.created_at);
  return card;
}

}  // namespace

Result<PhotoCard, std::string_view> upload_photo(Desk& desk, const Person& person,
                                                 const std::string& key, std::string_view bytes) {
  const auto picture = read_picture(bytes);
  if (!picture) return Failure{code_of(picture.error())};
  const std::string sha256 = sha256_hex(picture->jpeg);
  desk.photo_files.keep(sha256, picture->jpeg);
  const store::Photo photo{.sha256 = sha256,
                           .media_type = "image/jpeg",
                           .size = std::int64_t(picture->jpeg.size()),
                           .width = picture->width,
                           .height = picture->height,
                           .uploader = person.viewer.person,
                           .created_at = desk.now()};
  // A browser packs the same file differently each time, so the file tells requests apart.
  const Once once{key, "photo " + sha256_hex(bytes)};
  return written(desk.database.write(
      [&](store::Connection& connection) { return add_once(connection, person, once, photo); }));
}

std::optional<std::string> read_photo(Desk& desk, const Person& person, PhotoId id) {
  const auto photo =
      desk.database.read([&](store::Connection& connection) -> std::optional<store::Photo> {
        auto found = store::find_photo(connection, id);
        if (!found || !may_see_photo(connection, person, *found)) return std::nullopt;
        return found;
      });
  return photo ? desk.photo_files.read(photo->sha256) : std::nullopt;
}

}  // namespace mashang::desk
