// The administrator's routes: the versions of the rulebook, a draft and what it would change, and
// the years' notices, and whether a deputy serves.
#include "desk/deputy_status.h"
#include "desk/regulation_change.h"
#include "desk/what_if.h"
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"

namespace mashang::http {
namespace {

using Toml = BoundedText<1, 200'000>;

struct DraftBody {
  Toml toml;
};
BOOST_DESCRIBE_STRUCT(DraftBody, (), (toml))

struct AdoptBody {
  Toml toml;
  cases::Prose reason;
};
BOOST_DESCRIBE_STRUCT(AdoptBody, (), (toml, reason))

struct StatusBody {
  std::string deputy;  // the public code
  rules::DeputyStatus status{};
};
BOOST_DESCRIBE_STRUCT(StatusBody, (), (deputy, status))

struct NoticeBody {
  BoundedText<1, 64'000> text;  // the file, as data/calendar/ holds them
};
BOOST_DESCRIBE_STRUCT(NoticeBody, (), (text))

bool is_administrator(const desk::Session& session) {
  return rules::administers(session.person.viewer.role);
}

/// A handler for administrators; everybody else is told that there is no such page.
Handler for_administrator(App& app, PersonHandler handler) {
  return for_person(
      app, [handler = std::move(handler)](const Request& request, const desk::Session& session) {
        return is_administrator(session) ? handler(request, session) : refuse(request, "not_there");
      });
}

Response unusable(const Request& request, const std::string& path, const Text2s& why) {
  return problem(unreadable({{path, "unusable", why}}), request.language());
}

/// The errors of the file that was handed in as a text, by their places in it. The request itself
/// was in order, so a file that is no JSON is a wrong field, and no malformed request.
Problem in_file(std::vector<FieldError> errors) {
  for (FieldError& error : errors)
    if (error.code == "bad_json") error = {"/text", "unusable", error.text};
  return unreadable(std::move(errors));
}

Response try_draft(App& app, const Request& request) {
  const auto body = read_body<DraftBody>(request);
  if (!body) return body.error();
  // A trial may be of any version: only adopting asks for the next one.
  const auto draft = rules::read_rulebook(body->toml.value);
  if (!draft) return unusable(request, "/toml", draft.error());
  return json(200, desk::what_if(app.desk, *draft));
}

Response adopt(App& app, const Request& request, const desk::Session& session) {
  const auto body = read_body<AdoptBody>(request);
  if (!body) return body.error();
  const auto adopted =
      desk::adopt_rulebook(app.desk, session.person, body->toml.value, body->reason.value);
  if (!adopted) return unusable(request, "/toml", adopted.error());
  return json(201, *adopted);
}

Response import_notice(App& app, const Request& request, const desk::Session& session) {
  const auto body = read_body<NoticeBody>(request);
  if (!body) return body.error();
  const auto imported = desk::import_notice(app.desk, session.person, body->text.value);
  if (!imported) return problem(in_file(imported.error()), request.language());
  return json(201, *imported);
}

Response set_status(App& app, const Request& request) {
  const auto body = read_body<StatusBody>(request);
  if (!body) return body.error();
  if (!desk::set_deputy_status(app.desk, body->deputy, body->status))
    return refuse(request, "not_there");
  return json(201, *body);
}

}  // namespace

void add_admin_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/admin/regulation",
             .handler = for_administrator(app,
                                          [&app](const Request&, const desk::Session&) {
                                            return json(200, desk::regulation_texts(app.desk));
                                          }),
             .doc = {.tag = "admin",
                     .summary = "The versions of the rulebook, the latest text, the years on file",
                     .response = &json::shape_of<desk::RegulationTexts>(),
                     .statuses = {200, 401, 404}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/admin/rulebook-trials",
             .handler = for_administrator(app,
                                          [&app](const Request& request, const desk::Session&) {
                                            return try_draft(app, request);
                                          }),
             .doc = {.tag = "admin",
                     .summary = "What a draft of the rulebook would change; nothing is changed",
                     .request = &json::shape_of<DraftBody>(),
                     .response = &json::shape_of<desk::WhatIf>(),
                     .statuses = {200, 400, 401, 403, 404, 422}}});
  table.add(
      {.method = Method::post,
       .pattern = "/api/v1/admin/rulebooks",
       .handler = for_administrator(app,
                                    [&app](const Request& request, const desk::Session& session) {
                                      return adopt(app, request, session);
                                    }),
       .doc = {.tag = "admin",
               .summary = "A new version of the rulebook is adopted",
               .request = &json::shape_of<AdoptBody>(),
               .response = &json::shape_of<desk::Adopted>(),
               .statuses = {201, 400, 401, 403, 404, 422}}});
  table.add(
      {.method = Method::post,
       .pattern = "/api/v1/admin/notices",
       .handler = for_administrator(app,
                                    [&app](const Request& request, const desk::Session& session) {
                                      return import_notice(app, request, session);
                                    }),
       .doc = {.tag = "admin",
               .summary = "A year's notice comes in; provisional due times are counted again",
               .request = &json::shape_of<NoticeBody>(),
               .response = &json::shape_of<desk::NoticeImported>(),
               .statuses = {201, 400, 401, 403, 404, 422}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/admin/deputy-statuses",
             .handler = for_administrator(app,
                                          [&app](const Request& request, const desk::Session&) {
                                            return set_status(app, request);
                                          }),
             .doc = {.tag = "admin",
                     .summary = "A deputy serves, is suspended, or his term has ended",
                     .request = &json::shape_of<StatusBody>(),
                     .response = &json::shape_of<StatusBody>(),
                     .statuses = {201, 400, 401, 403, 404, 422}}});
}

}  // namespace mashang::http
