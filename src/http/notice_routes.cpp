// How somebody is told of what is new: his choice, his browsers, his consents at WeChat.
#include "desk/notice_choice.h"
#include "desk/push_subscription.h"
#include "desk/wechat.h"
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"

namespace mashang::http {
namespace {

struct ChannelChosen {
  rules::NoticeChannel channel{};
};
BOOST_DESCRIBE_STRUCT(ChannelChosen, (), (channel))

struct SubscriptionMade {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(SubscriptionMade, (), (id))

using TemplateId = BoundedText<1, 100>;

struct WechatConsent {
  TemplateId template_id;
  bool accepted = false;
};

// What BOOST_DESCRIBE_STRUCT would write, since `template` can be no member's name in C++.
struct TemplateMember {
  static constexpr auto pointer() noexcept { return &WechatConsent::template_id; }
  static constexpr auto name() noexcept { return "template"; }
};
struct AcceptedMember {
  static constexpr auto pointer() noexcept { return &WechatConsent::accepted; }
  static constexpr auto name() noexcept { return "accepted"; }
};
using NoMembers = boost::describe::detail::list<>;
[[maybe_unused]] auto boost_base_descriptor_fn(WechatConsent**) { return NoMembers(); }
[[maybe_unused]] auto boost_protected_member_descriptor_fn(WechatConsent**) { return NoMembers(); }
[[maybe_unused]] auto boost_private_member_descriptor_fn(WechatConsent**) { return NoMembers(); }
[[maybe_unused]] auto boost_public_member_descriptor_fn(WechatConsent**) {
  using namespace boost::describe;
  return detail::member_descriptor_fn_impl<mod_public>(0, TemplateMember(), AcceptedMember());
}

Response choose(App& app, const Request& request, const desk::Session& session) {
  const auto body = read_body<ChannelChosen>(request);
  if (!body) return body.error();
  const auto chosen = desk::choose_notices(app.desk, session.person, body->channel);
  if (chosen) return json(200, *chosen);
  return problem(Problem{.status = 409, .code = "channel_not_available", .text = chosen.error()},
                 request.language());
}

Response subscribe(App& app, const Request& request, const desk::Session& session) {
  auto body = read_body<desk::PushAddress>(request);
  if (!body) return body.error();
  if (!app.desk.outward.has_push()) return refuse(request, "no_push");
  const auto made = desk::subscribe(app.desk, session.person, *std::move(body));
  if (made) return json(201, SubscriptionMade{*made});
  const bool endpoint = made.error() == desk::PushFault::endpoint;
  return refuse(request, endpoint ? "bad_push_endpoint" : "bad_push_keys");
}

Response unsubscribe(App& app, const Request& request, const desk::Session& session) {
  const auto id = request.id();
  const bool gone = id && desk::unsubscribe(app.desk, session.person, *id);
  return gone ? no_content() : refuse(request, "not_there");
}

std::string_view code_of(desk::ConsentFault fault) {
  switch (fault) {
    case desk::ConsentFault::not_set_up: return "no_wechat";
    case desk::ConsentFault::unknown_template: return "unknown_template";
    case desk::ConsentFault::key_reused: break;
  }
  return "idempotency_key_reused";
}

Response answer_consent(App& app, const Request& request, const desk::Session& session) {
  const auto once = once_of(request);
  if (!once) return once.error();
  const auto body = read_body<WechatConsent>(request);
  if (!body) return body.error();
  const auto left = desk::answer_consent(app.desk, session.person, *once,
                                         {body->template_id.value, body->accepted});
  return left ? json(201, *left) : refuse(request, code_of(left.error()));
}

void add_choice_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/people/me/notices",
             .handler = for_person(app,
                                   [&app](const Request&, const desk::Session& session) {
                                     return json(
                                         200, desk::show_notice_choice(app.desk, session.person));
                                   }),
             .doc = {.tag = "notices",
                     .summary = "By which channel I am told of what is new, and which there are",
                     .response = &json::shape_of<desk::NoticeChoice>(),
                     .statuses = {200, 401}}});
  table.add({.method = Method::post,
             .pattern = "/api/v1/people/me/notices",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return choose(app, request, session);
                                   }),
             .doc = {.tag = "notices",
                     .summary = "Choose a channel, or none",
                     .request = &json::shape_of<ChannelChosen>(),
                     .response = &json::shape_of<desk::NoticeChoice>(),
                     .statuses = {200, 401, 403, 409, 422}}});
}

void add_subscription_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/push-subscriptions",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return subscribe(app, request, session);
                                   }),
             .doc = {.tag = "notices",
                     .summary = "This browser wants to be told; an eleventh replaces the oldest",
                     .request = &json::shape_of<desk::PushAddress>(),
                     .response = &json::shape_of<SubscriptionMade>(),
                     .statuses = {201, 401, 403, 422, 503}}});
  table.add({.method = Method::del,
             .pattern = "/api/v1/push-subscriptions/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return unsubscribe(app, request, session);
                                   }),
             .doc = {.tag = "notices",
                     .summary = "This browser is told no longer",
                     .statuses = {204, 401, 403, 404}}});
}

}  // namespace

void add_notice_routes(RouteTable& table, App& app) {
  add_choice_routes(table, app);
  add_subscription_routes(table, app);
  table.add({.method = Method::post,
             .pattern = "/api/v1/wechat-consents",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return answer_consent(app, request, session);
                                   }),
             .doc = {.tag = "notices",
                     .summary = "What somebody answered when WeChat asked for his consent",
                     .request = &json::shape_of<WechatConsent>(),
                     .response = &json::shape_of<desk::ConsentsLeft>(),
                     .statuses = {201, 400, 401, 403, 422, 503}}});
}

}  // namespace mashang::http
