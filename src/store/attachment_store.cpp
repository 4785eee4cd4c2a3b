// Rows of attachments; their files are in attachment_files.cpp.
#include "store/attachment_store.h"

namespace mashang::store {
namespace {

std::optional<CaseRef> read_use(Row& row) {
  const auto kind = row.take<std::optional<rules::CaseKind>>();
  const auto id = row.take<std::optional<std::int64_t>>();
  if (!kind || !id) return std::nullopt;
  return CaseRef{*kind, *id};
}

Attachment read_attachment(Row& row) {
  return {.id = row.take<AttachmentId>(),
          .kind = row.take<AttachmentKind>(),
          .sha256 = row.take<std::string>(),
          .media_type = row.take<std::string>(),
          .size = row.take<std::int64_t>(),
          .width = row.take<int>(),
          .height = row.take<int>(),
          .seconds = row.take<int>(),
          .uploader = row.take<PersonId>(),
          .created_at = row.take<Instant>(),
          .used_in = read_use(row)};
}

}  // namespace

AttachmentId add_attachment(Connection& connection, const Attachment& one) {
  return *connection.value<AttachmentId>(
      "insert into attachment (kind, sha256, media_type, size, width, height, seconds, uploader,"
      " created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id",
      one.kind, one.sha256, one.media_type, one.size, one.width, one.height, one.seconds,
      one.uploader, one.created_at);
}

std::optional<Attachment> find_attachment(Connection& connection, AttachmentId id) {
  return connection.one(
      "select id, kind, sha256, media_type, size, width, height, seconds, uploader, created_at,"
      " case_kind, case_id from attachment where id = $1",
      read_attachment, id);
}

bool attachments_usable(Connection& connection, std::span<const AttachmentId> attachments,
                        PersonId uploader) {
  for (const AttachmentId id : attachments) {
    const std::optional<Attachment> attachment = find_attachment(connection, id);
    if (!attachment || attachment->uploader != uploader || attachment->used_in) return false;
  }
  return true;
}

void use_attachments(Connection& connection, std::span<const AttachmentId> attachments,
                     const CaseRef& in) {
  for (const AttachmentId id : attachments) {
    connection.run(
        "update attachment set case_kind = $2, case_id = $3 where id = $1 and case_id is null", id,
        in.kind, in.id);
  }
}

std::vector<std::string> forget_unused_attachments(Connection& connection, Instant before) {
  const auto read_hash = [](Row& row) { return row.take<std::string>(); };
  std::vector<std::string> hashes = connection.all(
      "delete from attachment where case_id is null and created_at < $1 returning sha256",
      read_hash, before);
  std::erase_if(hashes, [&](const std::string& hash) {
    return *connection.value<std::int64_t>("select count(*) from attachment where sha256 = $1",
                                           hash) != 0;
  });
  return hashes;
}

}  // namespace mashang::store
