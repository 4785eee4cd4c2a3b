// Rows of photos; their files are in photo_files.cpp.
#include "store/photo_store.h"

namespace mashang::store {
namespace {

std::optional<CaseRef> read_use(Row& row) {
  const auto kind = row.take<std::optional<rules::CaseKind>>();
  const auto id = row.take<std::optional<std::int64_t>>();
  if (!kind || !id) return std::nullopt;
  return CaseRef{*kind, *id};
}

Photo read_photo(Row& row) {
  return {.id = row.take<PhotoId>(),
          .sha256 = row.take<std::string>(),
          .media_type = row.take<std::string>(),
          .size = row.take<std::int64_t>(),
          .width = row.take<int>(),
          .height = row.take<int>(),
          .uploader = row.take<PersonId>(),
          .created_at = row.take<Instant>(),
          .used_in = read_use(row)};
}

}  // namespace

PhotoId add_photo(Connection& connection, const Photo& photo) {
  return *connection.value<PhotoId>(
      "insert into photo (sha256, media_type, size, width, height, uploader, created_at)"
      " values ($1, $2, $3, $4, $5, $6, $7) returning id",
      photo.sha256, photo.media_type, photo.size, photo.width, photo.height, photo.uploader,
      photo.created_at);
}

std::optional<Photo> find_photo(Connection& connection, PhotoId id) {
  return connection.one(
      "select id, sha256, media_type, size, width, height, uploader, created_at, case_kind, case_id"
      " from photo where id = $1",
      read_photo, id);
}

bool photos_usable(Connection& connection, std::span<const PhotoId> photos, PersonId uploader) {
  for (const PhotoId id : photos) {
    const std::optional<Photo> photo = find_photo(connection, id);
    if (!photo || photo->uploader != uploader || photo->used_in) return false;
  }
  return true;
}

void use_photos(Connection& connection, std::span<const PhotoId> photos, const CaseRef& in) {
  for (const PhotoId id : photos) {
    connection.run(
        "update photo set case_kind = $2, case_id = $3 where id = $1 and case_id is null", id,
        in.kind, in.id);
  }
}

std::vector<std::string> forget_unused_photos(Connection& connection, Instant before) {
  const auto read_hash = [](Row& row) { return row.take<std::string>(); };
  std::vector<std::string> hashes =
      connection.all("delete from photo where case_id is null and created_at < $1 returning sha256",
                     read_hash, before);
  std::erase_if(hashes, [&](const std::string& hash) {
    return *connection.value<std::int64_t>("select count(*) from photo where sha256 = $1", hash) !=
           0;
  });
  return hashes;
}

}  // namespace mashang::store
