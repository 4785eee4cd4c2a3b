// Attachments in and out. A photo is cleaned on the thread that took it; a recording or a video on
// a thread of its own, since that may take a minute.
#include <algorithm>

#include "desk/attachment_upload.h"
#include "http/app.h"
#include "http/byte_range.h"
#include "http/gate.h"
#include "http/log.h"
#include "http/multipart.h"

namespace mashang::http {
namespace {

// Room for what multipart puts around the file.
constexpr std::size_t kUploadMax = desk::kMediaSizeMax + 64 * 1024;
// How much of a file goes out at once; a player asks for the rest.
constexpr std::int64_t kPieceMax = 4 * 1024 * 1024;
constexpr std::chrono::seconds kMediaBusyWait{10};

Response answer_to(const Request& request, const desk::Uploaded& uploaded) {
  if (uploaded) return json(201, *uploaded);
  if (uploaded.error() == "media_busy") return refuse_for(request, "media_busy", kMediaBusyWait);
  return refuse(request, uploaded.error());
}

/// Nobody else catches what is thrown on that thread.
Response clean(App& app, const Request& request, const desk::Person& person,
               const desk::Upload& upload, const std::atomic<bool>& stop) {
  try {
    return answer_to(request,
                     desk::upload_media(app.desk, person, upload, app.settings.media_tools, stop));
  } catch (const std::exception& fault) {
    log_fault(fault.what(), request.trace);
    auto answer = answer_to_fault(fault, request.language());
    return answer ? *std::move(answer) : problem(500, "internal", request.language());
  }
}

void take_media(App& app, const Request& request, const desk::Person& person,
                const std::string& key, std::string_view bytes, const Answer& answer) {
  if (const auto before = desk::uploaded_before(app.desk, person, {key, bytes}))
    return answer(answer_to(request, *before));
  // The request lives until it is answered, and so do its bytes.
  const bool begun =
      app.media.start([&app, &request, person, key, bytes, answer](const auto& stop) {
        answer(clean(app, request, person, {key, bytes}, stop));
      });
  if (!begun) answer(refuse_for(request, "media_busy", kMediaBusyWait));
}

void upload(App& app, const Request& request, const Answer& answer) {
  const auto session = signed_in(app, request);
  if (!session) return answer(session.error());
  const auto once = once_of(request);
  if (!once) return answer(once.error());
  const auto parts = read_multipart(request.header("content-type"), request.body);
  const Part* file = parts ? find_part(*parts, "file") : nullptr;
  if (file == nullptr) return answer(refuse(request, "file_missing"));
  if (desk::read_media_header(file->content))
    return take_media(app, request, session->person, once->key, file->content, answer);
  answer(answer_to(request,
                   desk::upload_photo(app.desk, session->person, {once->key, file->content})));
}

/// The media type as a text that lives as long as the program.
std::string_view lasting(std::string_view media_type) {
  for (const std::string_view known : {"video/mp4", "audio/mp4"})
    if (media_type == known) return known;
  return "image/jpeg";
}

Response piece_of(const App& app, const Request& request, const desk::AttachmentFile& file,
                  ByteRange range) {
  range.size = std::min(range.size, kPieceMax);
  auto part = app.desk.attachment_files.read(file.sha256, {range.from, range.size});
  if (!part) return refuse(request, "not_there");
  Response response = bytes(lasting(file.media_type), *std::move(part));
  response.status = 206;
  return std::move(response).with("Content-Range", content_range(range, file.size));
}

Response show(App& app, const Request& request, const desk::Session& session) {
  const auto id = request.id();
  const auto file =
      id ? desk::find_attachment(app.desk, session.person, AttachmentId{*id}) : std::nullopt;
  if (!file) return refuse(request, "not_there");
  const RangeAsked asked = read_range(request.header("range"), file->size);
  if (asked.beyond)
    return refuse(request, "range_beyond")
        .with("Content-Range", "bytes */" + std::to_string(file->size));
  if (asked.range)
    return piece_of(app, request, *file, *asked.range)
        .with("Accept-Ranges", "bytes")
        .with("Cache-Control", "private, max-age=86400");
  auto whole = app.desk.attachment_files.read(file->sha256);
  if (!whole) return refuse(request, "not_there");
  return bytes(lasting(file->media_type), *std::move(whole))
      .with("Accept-Ranges", "bytes")
      .with("Cache-Control", "private, max-age=86400");
}

}  // namespace

void add_attachment_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/attachments",
             .handler = LaterHandler([&app](const Request& request, const Answer& answer) {
               upload(app, request, answer);
             }),
             .body_max = kUploadMax,
             .doc = {.tag = "attachments",
                     .summary = "Upload a photo, a recording (at most 120 seconds) or a video (at "
                                "most 60) as multipart/form-data, field `file`",
                     .response = &json::shape_of<desk::AttachmentCard>(),
                     .statuses = {201, 400, 401, 403, 413, 422, 429, 503}}});
  table.add({.pattern = "/api/v1/attachments/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return show(app, request, session);
                                   }),
             .doc = {.tag = "attachments",
                     .summary = "A photo, a recording or a video; Range asks for a piece of it",
                     .statuses = {200, 206, 401, 404, 416},
                     .media_type = "image/jpeg"}});
}

}  // namespace mashang::http
