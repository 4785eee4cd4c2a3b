// App: what every route stands on, and the gate that each request of a person goes through. The
// routes hold no rule: they read, ask the desk, and print the answer.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "desk/act.h"
#include "desk/media.h"
#include "desk/sign_in.h"
#include "http/live_hub.h"
#include "http/one_at_a_time.h"
#include "http/problem.h"
#include "http/rate_limiter.h"
#include "http/route.h"
#include "http/view_cache.h"

namespace mashang::http {

/// What only a demo has: its people, and a clock that a visitor may move.
struct DemoHooks {
  std::function<std::string()> guide;  // JSON
  /// Moves the clock by "1 hour", "1 day" or "1 working day"; nothing when it is none of these.
  std::function<std::optional<Instant>(std::string_view step)> advance;
};

struct AppSettings {
  std::string public_url;  // "https://..." or "http://localhost:8080": what QR codes point to
  std::optional<DemoHooks> demo;
  desk::MediaTools media_tools = {};

  bool secure() const { return public_url.starts_with("https://"); }
};

struct App {
  desk::Desk& desk;
  desk::Sessions& sessions;
  LiveHub& hub;
  ViewCache& views;
  AppSettings settings;
  // A whole village or a hall of the hotline signs in from one address, two requests a person.
  RateLimiter sign_in_by_client{{.burst = 100, .each = std::chrono::seconds(1)}};
  RateLimiter wrong_by_account{{.burst = 8, .each = std::chrono::seconds(30)}};
  // Nobody follows many messages at once; and a code is not guessed from however many addresses.
  RateLimiter look_ups_by_client{{.burst = 20, .each = std::chrono::seconds(3)}};
  RateLimiter wrong_look_ups{{.burst = 8, .each = std::chrono::seconds(60)}};
  RateLimiter acts_by_person{{.burst = 60, .each = std::chrono::milliseconds(200)}, 100'000};
  OneAtATime media = {};  // recordings and videos are cleaned here
};

inline constexpr std::string_view kSessionCookie = "mashang_session";

/// Who is asking, or the answer to give instead (401; 403 when the request is not from our own
/// pages).
Result<desk::Session, Response> signed_in(App& app, const Request& request);

/// The two headers every action carries, or the answer to give instead.
Result<desk::Once, Response> once_of(const Request& request);
Result<std::int64_t, Response> version_of(const Request& request);

/// A handler for people who are signed in.
using PersonHandler = std::function<Response(const Request&, const desk::Session&)>;
Handler for_person(App& app, PersonHandler handler);

/// Turns what the desk denied into a problem.
Response denied(App& app, const Request& request, const desk::Person& person, rules::CaseKind kind,
                std::int64_t id, std::int64_t seen_version, const desk::Denied& denied);

inline constexpr std::string_view kApiVersion = "0.1.0";

/// Every route of the server but the pages.
void add_api_routes(RouteTable& table, App& app);

void add_city_routes(RouteTable& table, App& app);
void add_session_routes(RouteTable& table, App& app);
void add_place_routes(RouteTable& table, App& app);
void add_attachment_routes(RouteTable& table, App& app);
void add_message_routes(RouteTable& table, App& app);
void add_matter_routes(RouteTable& table, App& app);
void add_order_routes(RouteTable& table, App& app);
void add_suggestion_routes(RouteTable& table, App& app);
void add_action_routes(RouteTable& table, App& app);
void add_receipt_routes(RouteTable& table, App& app);
void add_own_data_routes(RouteTable& table, App& app);
void add_duty_routes(RouteTable& table, App& app);
void add_live_routes(RouteTable& table, App& app);
void add_admin_routes(RouteTable& table, App& app);
void add_demo_routes(RouteTable& table, App& app);

}  // namespace mashang::http
