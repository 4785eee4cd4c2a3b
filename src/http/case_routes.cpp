// Lists and pages of cases, and how a message or a suggestion begins.
#include <cmath>

#include "base/overloaded.h"
#include "base/sha256.h"
#include "calendar/due.h"
#include "desk/message_send.h"
#include "desk/suggestion_draft.h"
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"
#include "http/paging.h"
#include "http/views.h"
#include "rules/queues.h"

namespace mashang::http {
namespace {

using rules::CaseKind;

struct QueueView {
  std::string queue;
  CaseKind kind{};
  Text2s label;
  std::int64_t count = 0;
  std::int64_t late = 0;
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (queue, kind, label, count, late))

struct QueueList {
  std::vector<QueueView> items;
};
BOOST_DESCRIBE_STRUCT(QueueList, (), (items))

template <typename Card, typename MakeCard>
Response list_cases(App& app, const Request& request, const desk::Session& session, CaseKind kind,
                    std::string_view parameter, MakeCard make_card) {
  const std::string name = request.query(parameter).value_or("");
  const rules::Queue* queue = rules::queue_of(session.person.viewer.role, kind, name);
  if (queue == nullptr) return refuse(request, "no_such_queue");
  const auto asked = page_asked(request);
  if (!asked) return refuse(request, asked.error());
  const auto listing =
      desk::list_queue(app.desk, session.person, *queue, asked->after, asked->limit);
  Page<Card> page;
  for (const desk::CaseReading& reading : listing.cases)
    page.items.push_back(
        make_card(Glance{app.desk, session.person, app.desk.now(), reading.part}, reading));
  if (listing.next) page.next = cursor_of(*listing.next);
  return json(200, page);
}

struct EarlierMessages {
  std::vector<MessageCard> items;
};
BOOST_DESCRIBE_STRUCT(EarlierMessages, (), (items))

Response list_earlier(App& app, const Request& request, const desk::Session& session) {
  const auto id = request.id();
  const auto earlier =
      id ? desk::read_earlier(app.desk, session.person, MessageId{*id}) : std::nullopt;
  if (!earlier) return refuse(request, "not_there");
  EarlierMessages list;
  for (const desk::CaseReading& reading : *earlier)
    list.items.push_back(
        message_card({app.desk, session.person, app.desk.now(), reading.part}, reading));
  return json(200, list);
}

std::string view_text(App& app, const desk::Person& person, const desk::CaseReading& reading) {
  const Glance glance{app.desk, person, app.desk.now(), reading.part};
  return std::visit(
      Overloaded{
          [&](const cases::Message&) { return to_json(message_view(glance, reading)); },
          [&](const cases::Order&) { return to_json(order_view(glance, reading)); },
          [&](const cases::Suggestion&) { return to_json(suggestion_view(glance, reading)); }},
      reading.standing);
}

/// The version is not enough: a message tells of its order, and a clock of the hour.
ViewCache::Text tagged(std::string body, std::int64_t version) {
  const std::string tag = view_tag(version, sha256_hex(body));
  return {std::make_shared<const std::string>(std::move(body)), tag};
}

Response answer_view(const Request& request, const ViewCache::Text& text) {
  if (request.header("if-none-match") == text.tag)
    return Response{.status = 304}.with("ETag", text.tag);
  Response response{.type = kJson};
  response.shared_body = text.body;
  response.with("ETag", text.tag).with("Cache-Control", "private, no-cache");
  return response;
}

Response show_case(App& app, const Request& request, const desk::Session& session, CaseKind kind) {
  const auto id = request.id();
  if (!id) return refuse(request, "not_there");
  const CaseKey key{kind, *id};
  const std::string viewer = std::to_string(session.person.viewer.person.value);
  if (const auto kept = app.views.find(key, viewer)) return answer_view(request, *kept);
  const ViewCache::Ticket ticket = app.views.ticket(key);
  const auto reading = desk::read_case(app.desk, session.person, kind, *id);
  if (!reading) return refuse(request, "not_there");
  const auto text =
      tagged(view_text(app, session.person, *reading), cases::head_of(reading->standing).version);
  app.views.keep(key, viewer, ticket, text);
  return answer_view(request, text);
}

/// A place on the earth, or no place: what lies beyond would break every map that shows it.
std::optional<Response> off_the_earth(const Request& request, const desk::MessageDraft& draft) {
  if (!draft.position) return std::nullopt;
  std::vector<FieldError> errors;
  const Text2s text{"经纬度超出范围", "The position is not on the earth"};
  if (std::abs(draft.position->lat) > 90) errors.push_back({"/position/lat", "out_of_range", text});
  if (std::abs(draft.position->lng) > 180)
    errors.push_back({"/position/lng", "out_of_range", text});
  if (errors.empty()) return std::nullopt;
  return problem(unreadable(std::move(errors)), request.language());
}

void send_message(App& app, const Request& request, const Answer& answer) {
  const auto session = signed_in(app, request);
  if (!session) return answer(session.error());
  auto once = once_of(request);
  if (!once) return answer(once.error());
  auto draft = read_body<desk::MessageDraft>(request);
  if (!draft) return answer(draft.error());
  if (auto refusal = off_the_earth(request, *draft)) return answer(*std::move(refusal));
  desk::send_message(
      app.desk, session->person, *std::move(draft), *std::move(once),
      [&app, &request, answer, person = session->person](desk::Answer done) {
        if (!done)
          return answer(denied(app, request, person, CaseKind::message, 0, 0, done.error()));
        answer(json(201, *done).with("Location", "/api/v1/messages/" + std::to_string(done->id)));
      });
}

void draft_suggestion(App& app, const Request& request, const Answer& answer) {
  const auto session = signed_in(app, request);
  if (!session) return answer(session.error());
  auto once = once_of(request);
  if (!once) return answer(once.error());
  auto draft = read_body<cases::Draft>(request);
  if (!draft) return answer(draft.error());
  desk::draft_suggestion(
      app.desk, session->person, *std::move(draft), *std::move(once),
      [&app, &request, answer, person = session->person](desk::Answer done) {
        if (!done)
          return answer(denied(app, request, person, CaseKind::suggestion, 0, 0, done.error()));
        answer(
            json(201, *done).with("Location", "/api/v1/suggestions/" + std::to_string(done->id)));
      });
}

/// R54: what was told to the viewer's desk of clocks that run out.
struct WarningView {
  CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  rules::Clock clock{};
  rules::Mark mark{};
  Instant due_at;
  Text2s due_text;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(WarningView, (), (kind, id, number, clock, mark, due_at, due_text, at))

struct WarningList {
  std::vector<WarningView> items;
};
BOOST_DESCRIBE_STRUCT(WarningList, (), (items))

Response list_warnings(App& app, const desk::Session& session) {
  constexpr int kShownMax = 50;
  WarningList list;
  for (const desk::Warning& one : desk::list_warnings(app.desk, session.person, kShownMax))
    list.items.push_back({one.kind, one.case_id, one.number, one.clock, one.mark, one.due_at,
                          calendar::due_words(one.due_at), one.at});
  return json(200, list);
}

Response count_queues(App& app, const desk::Session& session) {
  QueueList list;
  for (const desk::QueueSize& row : desk::count_queues(app.desk, session.person))
    list.items.push_back({std::string(row.queue->name), row.queue->kind,
                          app.desk.city.labels.of("queue", row.queue->name), row.size.count,
                          row.size.late});
  return json(200, list);
}

}  // namespace

void add_message_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/messages",
             .handler = LaterHandler([&app](const Request& request, Answer answer) {
               send_message(app, request, answer);
             }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "messages",
                     .summary = "A resident writes to a deputy",
                     .request = &json::shape_of<desk::MessageDraft>(),
                     .response = &json::shape_of<desk::Done>(),
                     .statuses = {201, 400, 401, 403, 404, 409, 422, 429, 503}}});
  table.add({.pattern = "/api/v1/messages",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return list_cases<MessageCard>(app, request, session,
                                                                    CaseKind::message, "box",
                                                                    message_card);
                                   }),
             .doc = {.tag = "messages",
                     .summary = "A box of messages: waiting, open, closed or all",
                     .response = &json::shape_of<Page<MessageCard>>(),
                     .statuses = {200, 400, 401, 404},
                     .query = {"box", "limit", "cursor"}}});
  table.add({.pattern = "/api/v1/messages/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return show_case(app, request, session, CaseKind::message);
                                   }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "messages",
                     .summary = "A message with its timeline, clocks and possible actions",
                     .response = &json::shape_of<MessageView>(),
                     .statuses = {200, 401, 404}}});
  table.add({.pattern = "/api/v1/messages/{id}/earlier",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return list_earlier(app, request, session);
                                   }),
             .doc = {.tag = "messages",
                     .summary = "What the same resident wrote before and the viewer may see",
                     .response = &json::shape_of<EarlierMessages>(),
                     .statuses = {200, 401, 404}}});
}

void add_order_routes(RouteTable& table, App& app) {
  table.add({.pattern = "/api/v1/orders",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return list_cases<OrderCard>(app, request, session,
                                                                  CaseKind::order, "queue",
                                                                  order_card);
                                   }),
             .doc = {.tag = "orders",
                     .summary = "A queue of orders, what runs out first before the rest",
                     .response = &json::shape_of<Page<OrderCard>>(),
                     .statuses = {200, 400, 401, 404},
                     .query = {"queue", "limit", "cursor"}}});
  table.add({.pattern = "/api/v1/orders/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return show_case(app, request, session, CaseKind::order);
                                   }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "orders",
                     .summary = "An order with its timeline, clocks and possible actions",
                     .response = &json::shape_of<OrderView>(),
                     .statuses = {200, 401, 404}}});
  table.add({.pattern = "/api/v1/queues",
             .handler = for_person(app,
                                   [&app](const Request&, const desk::Session& session) {
                                     return count_queues(app, session);
                                   }),
             .doc = {.tag = "orders",
                     .summary = "The viewer's queues with how much lies in them",
                     .response = &json::shape_of<QueueList>(),
                     .statuses = {200, 401}}});
}

void add_suggestion_routes(RouteTable& table, App& app) {
  table.add({.method = Method::post,
             .pattern = "/api/v1/suggestions",
             .handler = LaterHandler([&app](const Request& request, Answer answer) {
               draft_suggestion(app, request, answer);
             }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "suggestions",
                     .summary = "A deputy begins a suggestion",
                     .request = &json::shape_of<cases::Draft>(),
                     .response = &json::shape_of<desk::Done>(),
                     .statuses = {201, 400, 401, 403, 404, 409, 422, 429, 503}}});
  table.add({.pattern = "/api/v1/suggestions",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return list_cases<SuggestionCard>(app, request, session,
                                                                       CaseKind::suggestion,
                                                                       "queue", suggestion_card);
                                   }),
             .doc = {.tag = "suggestions",
                     .summary = "A queue of suggestions, what runs out first before the rest",
                     .response = &json::shape_of<Page<SuggestionCard>>(),
                     .statuses = {200, 400, 401, 404},
                     .query = {"queue", "limit", "cursor"}}});
  table.add({.pattern = "/api/v1/suggestions/{id}",
             .handler = for_person(app,
                                   [&app](const Request& request, const desk::Session& session) {
                                     return show_case(app, request, session, CaseKind::suggestion);
                                   }),
             .run_on = RunOn::io_thread,
             .doc = {.tag = "suggestions",
                     .summary = "A suggestion with its timeline, clocks and possible actions",
                     .response = &json::shape_of<SuggestionView>(),
                     .statuses = {200, 401, 404}}});
  table.add({.pattern = "/api/v1/warnings",
             .handler = for_person(app,
                                   [&app](const Request&, const desk::Session& session) {
                                     return list_warnings(app, session);
                                   }),
             .doc = {.tag = "orders",
                     .summary = "What the viewer's desk was told of clocks that run out",
                     .response = &json::shape_of<WarningList>(),
                     .statuses = {200, 401}}});
}

}  // namespace mashang::http
