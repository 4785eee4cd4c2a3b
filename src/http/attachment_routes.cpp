// Attachments in and out.
#include "desk/attachment_upload.h"
#include "http/app.h"
#include "http/gate.h"
#include "http/multipart.h"

namespace mashang::http {
namespace {

constexpr std::size_t kUploadMax = 12 * 1024 * 1024;

Response upload(App& app, const Request& request, const desk::Session& session) {
  const auto once = once_of(request);
  if (!once) return once.error();
  const auto parts = read_multipart(request.header("content-type"), request.body);
  if (!parts) return refuse(request, "file_missing");
  const Part* file = find_part(*parts, "file");
  if (file == nullptr) return refuse(request, "file_missing");
  const auto card = desk::upload_attachment(app.desk, session.person, once->key, file->content);
  return card ? json(201, *card) : refuse(request, card.error());
}

Response show(App& app, const Request& request, const desk::Session& session) {
  const auto id = request.id();
  auto attachment =
      id ? desk::read_attachment(app.desk, session.person, AttachmentId{*id}) : std::nullopt;
  if (!attachment) return refuse(request, "not_there");
  return bytes("image/jpeg", *std::move(attachment))
      .with("Cache-Control", "private, max-age=86400");
}

}  // namespace

void add_attachment_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/attachments",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return upload(app, request, session);
                                   }),
             .body_max = kUploadMax,
             .doc = {.tag = "attachments",
                     .summary = "Upload an attachment (multipart/form-data, field `file`)",
                     .response = &json::shape_of<desk::AttachmentCard>(),
                     .statuses = {201, 400, 401, 403, 413, 422, 429}}});
  table.add({.pattern = "/api/v1/attachments/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return show(app, request, session);
                                   }),
             .doc = {.tag = "attachments",
                     .summary = "An attachment",
                     .statuses = {200, 401, 404},
                     .media_type = "image/jpeg"}});
}

}  // namespace mashang::http
