// The file is on disk before its row exists, so no row ever points at nothing; a file without a row
// is swept away later.
#include "desk/photo_upload.h"

#include <algorithm>

#include "base/sha256.h"
#include "rules/scope.h"
#include "store/case_store.h"
#include "store/order_store.h"

namespace mashang::desk {
namespace {

bool sees_case(store::Connection& connection, const Person& person, const store::CaseRef& ref) {
  const auto standing = store::load_case(connection, ref.kind, ref.id);
  return standing && rules::may_see(person.viewer, ref.kind, cases::parties_of(*standing));
}

/// An order shows the photos of the message it came from.
bool sees_order_of(store::Connection& connection, const Person& person, const store::CaseRef& ref) {
  if (ref.kind != rules::CaseKind::message) return false;
  const auto order = store::order_of_message(connection, {ref.id});
  return order && sees_case(connection, person, {rules::CaseKind::order, order->value});
}

bool may_see_photo(store::Connection& connection, const Person& person, const store::Photo& photo) {
  if (!photo.used_in) return photo.uploader == person.viewer.person;
  return sees_case(connection, person, *photo.used_in) ||
         sees_order_of(connection, person, *photo.used_in);
}

}  // namespace

Result<PhotoCard, PictureFault> upload_photo(Desk& desk, const Person& person,
                                             std::string_view bytes) {
  const auto picture = read_picture(bytes);
  if (!picture) return Failure{picture.error()};
  const std::string sha256 = sha256_hex(picture->jpeg);
  desk.photo_files.keep(sha256, picture->jpeg);
  const store::Photo photo{.sha256 = sha256,
                           .media_type = "image/jpeg",
                           .size = std::int64_t(picture->jpeg.size()),
                           .width = picture->width,
                           .height = picture->height,
                           .uploader = person.viewer.person,
                           .created_at = desk.now()};
  const PhotoId id = written(desk.database.write(
      [photo](store::Connection& connection) { return store::add_photo(connection, photo); }));
  return PhotoCard{id, photo.media_type, photo.size, photo.width, photo.height};
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
