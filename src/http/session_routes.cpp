// Signing in and out.
#include "base/bounded_text.h"
#include "desk/places.h"
#include "desk/wechat.h"
#include "http/app.h"
#include "http/body.h"
#include "http/client_address.h"
#include "http/cookies.h"
#include "http/gate.h"
#include "http/views.h"

namespace mashang::http {
namespace {

using Why = desk::SignInRefusal::Why;

// Bounded because the limits below keep them as keys.
using Phone = BoundedText<1, 30>;
using Login = BoundedText<1, 100>;

struct CodeAsked {
  Phone phone;
};
BOOST_DESCRIBE_STRUCT(CodeAsked, (), (phone))

struct CodeSent {
  std::string phone;
  Instant expires_at;
  int resend_after_seconds = 60;
  std::optional<std::string> demo_code;
};
BOOST_DESCRIBE_STRUCT(CodeSent, (), (phone, expires_at, resend_after_seconds, demo_code))

/// By code: phone and code, with a token of WeChat's if it is to be bound. By password: login and
/// password.
struct SignIn {
  std::optional<Phone> phone;
  std::optional<std::string> code;
  std::optional<std::string> wechat_bind;
  std::optional<Login> login;
  std::optional<std::string> password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (phone, code, wechat_bind, login, password))

struct WechatSignIn {
  std::string code;  // as wx.login gave it
};
BOOST_DESCRIBE_STRUCT(WechatSignIn, (), (code))

struct PersonView {
  PersonId id;
  std::string name;
  rules::Role role{};
  std::optional<Text2s> title;
  std::optional<std::string> phone;
  std::optional<NamedCode> station;
  std::optional<UnitView> unit;
  std::optional<NamedCode> region;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name, role, title, phone, station, unit, region))

struct SessionView {
  PersonView person;
  std::string csrf;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (person, csrf, expires_at))

SessionView session_view(App& app, const desk::Session& session) {
  const desk::Person& person = session.person;
  const desk::Affiliation places = desk::affiliation_of(app.desk, person);
  PersonView view{.id = person.viewer.person,
                  .name = person.name,
                  .role = person.viewer.role,
                  .title = app.desk.city.labels.of("role", person.viewer.role)};
  if (!person.phone.empty()) view.phone = desk::mask_phone(person.phone);
  if (places.station) view.station = NamedCode{places.station->code, places.station->name};
  if (places.unit) view.unit = UnitView{places.unit->id, places.unit->name};
  if (places.region) view.region = NamedCode{places.region->code, places.region->name};
  return {view, session.csrf, session.expires_at};
}

Response refused(const Request& request, const desk::SignInRefusal& refusal) {
  switch (refusal.why) {
    case Why::bad_phone: return refuse(request, "bad_phone");
    case Why::too_soon: return refuse_for(request, "code_too_soon", refusal.wait);
    case Why::too_many: return refuse_for(request, "code_too_many", refusal.wait);
    case Why::wrong_code: return refuse(request, "wrong_code");
    case Why::wrong_password: return refuse(request, "wrong_password");
    case Why::bind_expired: return refuse(request, "wechat_bind_expired");
  }
  return refuse(request, "busy");
}

std::optional<Response> too_often(App& app, const Request& request) {
  const std::string client = client_network(request.client);
  const auto wait = app.sign_in_by_client.take(client, app.desk.machine_time());
  return wait ? std::optional(refuse_for(request, "too_many_tries", *wait)) : std::nullopt;
}

Response send_code(App& app, const Request& request) {
  const auto asked = read_body<CodeAsked>(request);
  if (!asked) return asked.error();
  // Until a channel carries codes, only a demo may show them; a code nobody gets would be a lie.
  if (!app.settings.demo) return refuse(request, "no_code_channel");
  if (auto refusal = too_often(app, request)) return *std::move(refusal);
  const auto sent = desk::send_code(app.desk, asked->phone.value);
  if (!sent) return refused(request, sent.error());
  return json(201, CodeSent{desk::mask_phone(sent->phone), sent->expires_at, 60, sent->code});
}

Response session_answer(App& app, int status, const desk::NewSession& opened) {
  const auto lasts =
      std::chrono::ceil<std::chrono::seconds>(opened.session.expires_at - app.desk.machine_time());
  return json(status, session_view(app, opened.session))
      .with("Set-Cookie", set_cookie({kSessionCookie, opened.token, lasts, app.settings.secure()}));
}

Response sign_in(App& app, const Request& request) {
  const auto body = read_body<SignIn>(request);
  if (!body) return body.error();
  const bool by_code = body->phone && body->code && !body->login && !body->password;
  const bool by_password =
      body->login && body->password && !body->phone && !body->code && !body->wechat_bind;
  if (!by_code && !by_password) {
    const Text2s text{"请提供手机号和验证码，或用户名和密码。",
                      "Give phone and code, or login and password."};
    return problem(unreadable({{"", "missing", text}}), request.language());
  }
  const std::string& account = by_code ? body->phone->value : body->login->value;
  if (auto refusal = too_often(app, request)) return *std::move(refusal);
  // Guessing is slow against one account too, from however many addresses.
  if (const auto wait = app.wrong_by_account.take(account, app.desk.machine_time()))
    return refuse_for(request, "too_many_tries", *wait);
  const auto opened = by_code ? desk::sign_in_by_code(app.desk, account, *body->code,
                                                      body->wechat_bind.value_or(""))
                              : desk::sign_in_by_password(app.desk, account, *body->password);
  if (!opened) return refused(request, opened.error());
  app.wrong_by_account.give_back(account);
  return session_answer(app, 201, *opened);
}

Response refused(const Request& request, const desk::WechatRefusal& refusal) {
  using enum desk::WechatRefusal::Why;
  switch (refusal.why) {
    case not_set_up: return refuse(request, "no_wechat");
    case bad_code: return refuse(request, "bad_wechat_code");
    case unreachable: return refuse_for(request, "wechat_unreachable", std::chrono::seconds(10));
    case unbound: break;
  }
  const Text2s text{"请用手机号和验证码登录一次，以后可直接进入。",
                    "Sign in once with phone and code; after that you come in directly."};
  return problem(
      Problem{.status = 409, .code = "wechat_unbound", .text = text, .bind = refusal.bind},
      request.language());
}

Response sign_in_by_wechat(App& app, const Request& request) {
  const auto body = read_body<WechatSignIn>(request);
  if (!body) return body.error();
  if (auto refusal = too_often(app, request)) return *std::move(refusal);
  const auto opened = desk::sign_in_by_wechat(app.desk, body->code);
  return opened ? session_answer(app, 201, *opened) : refused(request, opened.error());
}

Response sign_out(App& app, const Request& request) {
  app.sessions.sign_out(request.cookie(kSessionCookie));
  return no_content().with("Set-Cookie",
                           set_cookie({kSessionCookie, "", {}, app.settings.secure()}));
}

}  // namespace

void add_session_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/sign-in-codes",
             .handler = Handler([&app](const Request& request) { return send_code(app, request); }),
             .doc = {.tag = "sign-in",
                     .summary = "Send a one-time code to a phone",
                     .request = &json::shape_of<CodeAsked>(),
                     .response = &json::shape_of<CodeSent>(),
                     .statuses = {201, 422, 429, 503}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/sessions",
             .handler = Handler([&app](const Request& request) { return sign_in(app, request); }),
             .doc = {.tag = "sign-in",
                     .summary = "Sign in by code or by password",
                     .request = &json::shape_of<SignIn>(),
                     .response = &json::shape_of<SessionView>(),
                     .statuses = {201, 422, 429, 503}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/wechat-sessions",
             .handler = Handler(
                 [&app](const Request& request) { return sign_in_by_wechat(app, request); }),
             .doc = {.tag = "sign-in",
                     .summary = "Sign in from the mini-program; 409 wechat_unbound brings `bind`",
                     .request = &json::shape_of<WechatSignIn>(),
                     .response = &json::shape_of<SessionView>(),
                     .statuses = {201, 409, 422, 429, 503}}});
  table.add({.pattern = "/api/v1/sessions/current",
             .handler = for_person(app,
                                   [&app](const Request&, const desk::Session& session) {
                                     return json(200, session_view(app, session));
                                   }),
             .doc = {.tag = "sign-in",
                     .summary = "Who is signed in",
                     .response = &json::shape_of<SessionView>(),
                     .statuses = {200, 401}}});
  table.add(
      {.method = Method::del,
       .pattern = "/api/v1/sessions/current",
       .handler = for_person(app, [&app](const Request& request,
                                         const desk::Session&) { return sign_out(app, request); }),
       .doc = {.tag = "sign-in", .summary = "Sign out", .statuses = {204, 401, 403}}});
}

}  // namespace mashang::http
