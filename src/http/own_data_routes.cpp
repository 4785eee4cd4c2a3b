// What people may do with their own data (R72): see all of it, correct the name, ask to be erased.
#include "base/bounded_text.h"
#include "desk/erasure.h"
#include "desk/name_correction.h"
#include "desk/own_data.h"
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"
#include "http/views.h"

namespace mashang::http {
namespace {

struct OwnPerson {
  PersonId id;
  rules::Role role{};
  std::string name;
  std::optional<std::string> phone;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(OwnPerson, (), (id, role, name, phone, created_at))

struct OwnTemplate {
  std::string title;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(OwnTemplate, (), (title, text))

struct Export {
  Instant exported_at;
  OwnPerson person;
  std::vector<desk::OwnSession> sessions;
  std::vector<desk::OwnRequest> requests;
  std::vector<OwnTemplate> templates;
  std::vector<MessageView> messages;
};
BOOST_DESCRIBE_STRUCT(Export, (), (exported_at, person, sessions, requests, templates, messages))

struct Correction {
  BoundedText<1, 40> name;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (name))

struct ErasureAnswer {
  desk::ErasureState state{};
  Text2s text;
};
BOOST_DESCRIBE_STRUCT(ErasureAnswer, (), (state, text))

constexpr Text2 kErased{
    "您的姓名和手机号已经删除，您已退出登录。您写过的留言和得到的答复按规定保存到期，其中不再有您的"
    "姓名和手机号。"
    "同一个手机号以后可以重新登录，登录后是新的用户。",
    "Your name and number are erased and you are signed out. What you wrote and what was answered "
    "is "
    "kept for as long as the rules say, without your name and number. The same number may sign in "
    "again later, as somebody new."};
constexpr Text2 kLocked{
    "您还有正在办理的留言或工单，姓名和手机号先锁定，只用于办完这些事。最后一件办结后自动删除，您不"
    "用再申请。",
    "Something you wrote is still being handled, so your name and number are locked: they serve to "
    "finish it and nothing else. When the last of it is closed they are erased by themselves."};

Response export_data(App& app, const desk::Session& session) {
  const desk::Person& person = session.person;
  const desk::OwnData own = desk::read_own_data(app.desk, person);
  Export all{.exported_at = app.desk.now(),
             .person = {person.viewer.person, person.viewer.role, own.name, text_or_none(own.phone),
                        own.created_at},
             .sessions = own.sessions,
             .requests = own.requests};
  for (const desk::Template& one : own.templates)
    all.templates.push_back({one.title.zh, one.text.zh});
  for (const desk::CaseReading& reading : own.messages)
    all.messages.push_back(message_view({app.desk, person, app.desk.now(), reading.part}, reading));
  return json(200, all)
      .with("Content-Disposition", "attachment; filename=\"mashang-data.json\"")
      .with("Cache-Control", "no-store");
}

Response correct_name(App& app, const Request& request, const desk::Session& session) {
  const auto body = read_body<Correction>(request);
  if (!body) return body.error();
  if (!desk::correct_name(app.desk, session.person, body->name.value))
    return refuse(request, "identity_of_office");
  app.sessions.forget(session.person.viewer.person);
  return json(201, *body);
}

Response ask_for_erasure(App& app, const Request& request, const desk::Session& session) {
  const auto body = read_body<cases::Nothing>(request);
  if (!body) return body.error();
  const auto state = desk::ask_for_erasure(app.desk, session.person);
  if (!state) return refuse(request, "identity_of_office");
  app.sessions.forget(session.person.viewer.person);
  const bool erased = *state == desk::ErasureState::erased;
  return json(201, ErasureAnswer{*state, erased ? kErased : kLocked});
}

}  // namespace

void add_own_data_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/people/me/export",
             .handler = for_person(app,
                                   [&app](const Request&, const desk::Session& session) {
                                     return export_data(app, session);
                                   }),
             .doc = {.tag = "own data",
                     .summary = "Everything that is kept about the person, as a file",
                     .response = &json::shape_of<Export>(),
                     .statuses = {200, 401}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/people/me/corrections",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return correct_name(app, request, session);
                                   }),
             .doc = {.tag = "own data",
                     .summary = "Correct one's own name",
                     .request = &json::shape_of<Correction>(),
                     .response = &json::shape_of<Correction>(),
                     .statuses = {201, 400, 401, 403, 422, 429, 503}}});
  table.add(
      {.method = Method::post,
       .pattern = "/api/v1/people/me/erasure",
       .handler = for_person(app,
                             [&app](const Request& request, const desk::Session& session) {
                               return ask_for_erasure(app, request, session);
                             }),
       .doc = {.tag = "own data",
               .summary = "Have one's name and number erased, or locked until nothing is open",
               .request = &json::shape_of<cases::Nothing>(),
               .response = &json::shape_of<ErasureAnswer>(),
               .statuses = {201, 400, 401, 403, 422, 429, 503}}});
}

}  // namespace mashang::http
