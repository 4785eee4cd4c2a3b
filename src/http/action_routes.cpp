// One route for each noun of the action table (rules/actions.h): POST /orders/7/receipt. A body is
// read into the input of its action; the desk decides.
#include "http/app.h"
#include "http/body.h"
#include "http/gate.h"
#include "http/views.h"
#include "rules/actions.h"

namespace mashang::http {
namespace {

using rules::Action;

/// The body of an action: what is kept of it, but where names and ids are looked up.
template <typename Kept>
struct BodyOf {
  using Type = Kept;
};
template <>
struct BodyOf<cases::Dispatched> {
  using Type = cases::Dispatch;
};
template <>
struct BodyOf<cases::Referred> {
  using Type = cases::Refer;
};
template <>
struct BodyOf<cases::ReturnRequested> {
  using Type = cases::RequestReturn;
};
template <>
struct BodyOf<cases::Assisted> {
  using Type = cases::Words;
};
template <>
struct BodyOf<cases::CallNoted> {
  using Type = cases::NoteCall;
};
template <>
struct BodyOf<cases::Earlier> {
  using Type = cases::NameEarlier;
};
template <>
struct BodyOf<cases::Invited> {
  using Type = cases::Invite;
};
template <>
struct BodyOf<cases::SignedJointly> {
  using Type = cases::Nothing;
};

std::vector<cases::Assistant> assistants_of(
    const std::optional<std::vector<cases::AssistanceAsked>>& asked) {
  std::vector<cases::Assistant> all;
  if (!asked) return all;
  for (const cases::AssistanceAsked& one : *asked)
    all.push_back({one.unit, "", one.task ? one.task->value : std::string()});
  return all;
}

/// What the desk completes with names and ids. The action tells apart what has the same body.
template <typename Kept>
cases::Input input_of(typename BodyOf<Kept>::Type body) {
  if constexpr (std::same_as<Kept, cases::Dispatched>)
    return cases::Dispatched{body.unit, "", assistants_of(body.assisting), body.note};
  else if constexpr (std::same_as<Kept, cases::Referred>)
    return cases::Referred{body.unit, "", assistants_of(body.assisting), body.difficulty,
                           body.note};
  else if constexpr (std::same_as<Kept, cases::ReturnRequested>)
    return cases::ReturnRequested{std::move(body), ""};
  else if constexpr (std::same_as<Kept, cases::Assisted>)
    return cases::Assisted{body.text};
  else if constexpr (std::same_as<Kept, cases::CallNoted>)
    return cases::CallNoted{
        body.text, body.at, body.order_number ? body.order_number->value : std::string(), {}};
  else if constexpr (std::same_as<Kept, cases::Earlier>)
    return cases::Earlier{.number = body.order.value, .note = body.note};
  else if constexpr (std::same_as<Kept, cases::Invited>)
    return cases::Invited{.code = body.deputy.value};
  else if constexpr (std::same_as<Kept, cases::SignedJointly>)
    return cases::SignedJointly{};
  else
    return body;
}

Result<cases::Input, Response> read_input(const Request& request, Action action) {
  return cases::with_input_of(action, [&]<typename Kept>() -> Result<cases::Input, Response> {
    auto body = read_body<typename BodyOf<Kept>::Type>(request);
    if (!body) return Failure{body.error()};
    return input_of<Kept>(*std::move(body));
  });
}

const json::Shape& body_shape(Action action) {
  return cases::with_input_of(action, []<typename Kept>() -> const json::Shape& {
    return json::shape_of<typename BodyOf<Kept>::Type>();
  });
}

/// Everything an action's request says, or the answer to give instead.
Result<desk::ActRequest, Response> act_request(const Request& request,
                                               const rules::ActionNoun& row) {
  const auto id = request.id();
  if (!id) return Failure{refuse(request, "not_there")};
  auto once = once_of(request);
  if (!once) return Failure{once.error()};
  const auto version = version_of(request);
  if (!version) return Failure{version.error()};
  auto input = read_input(request, row.action);
  if (!input) return Failure{input.error()};
  return desk::ActRequest{row.kind, *id, *version, row.action, *std::move(input), *std::move(once)};
}

void take_action(App& app, const rules::ActionNoun& row, const Request& request,
                 const Answer& answer) {
  const auto session = signed_in(app, request);
  if (!session) return answer(session.error());
  auto asked = act_request(request, row);
  if (!asked) return answer(asked.error());
  const std::int64_t id = asked->id;
  const std::int64_t version = asked->version;
  desk::act(app.desk, session->person, *std::move(asked),
            [&app, &request, answer, person = session->person, kind = row.kind, id,
             version](desk::Answer done) {
              answer(done ? json(201, *done).with("ETag", version_tag(done->version))
                          : denied(app, request, person, kind, id, version, done.error()));
            });
}

}  // namespace

void add_action_routes(RouteTable& table, App& app) {
  for (const rules::ActionNoun& row : rules::kActionNouns) {
    Route route{.method = Method::post,
                .pattern = "/api/v1/" + std::string(collection_of(row.kind)) + "/{id}/" +
                           std::string(row.noun),
                .handler = LaterHandler([&app, &row](const Request& request, Answer answer) {
                  take_action(app, row, request, answer);
                }),
                .run_on = RunOn::io_thread};
    route.doc = {.tag = collection_of(row.kind),
                 .summary = boost::describe::enum_to_string(row.action, ""),
                 .request = &body_shape(row.action),
                 .response = &json::shape_of<desk::Done>(),
                 .statuses = {201, 400, 401, 403, 404, 409, 412, 422, 428, 429, 503}};
    table.add(std::move(route));
  }
}

}  // namespace mashang::http
