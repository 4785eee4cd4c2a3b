// Events to rows and back. `details` is one JSON document: what the actor handed in, and what the
// event did to the clocks.
#include "store/event_row.h"

#include "base/json.h"
#include "base/sha256.h"

namespace mashang::store {
namespace {

template <typename T>
struct Details {
  int rulebook = 0;
  T input;
  std::vector<cases::RunKey> stopped;
  std::vector<cases::ClockRun> started;
  std::vector<cases::ClockMove> moved;
  BOOST_DESCRIBE_CLASS(Details, (), (rulebook, input, stopped, started, moved), (), ())
};

/// A row may hold more than a request may: a case's attachments, a long text with every letter
/// escaped.
constexpr JsonLimits kStoredLimits{.bytes_max = 64 << 20};

Fault broken(const EventRow& row, std::string_view what) {
  return Fault(FaultKind::broken_row,
               "Event " + std::to_string(row.seq) + " holds " + std::string(what) + ".");
}

template <json::DescribedEnum E>
E named_in(const EventRow& row, std::string_view name) {
  const std::optional<E> enumerator = named<E>(name);
  if (!enumerator) throw broken(row, "the unknown name " + std::string(name));
  return *enumerator;
}

void append_field(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
}

std::string details_of(const cases::Event& event) {
  return cases::with_input_of(event.action, [&]<typename T>() {
    return to_json(Details<T>{event.rulebook, std::get<T>(event.input), event.stopped,
                              event.started, event.moved});
  });
}

void take_details(cases::Event& event, const EventRow& row) {
  cases::with_input_of(event.action, [&]<typename T>() {
    auto details = read_json<Details<T>>(row.details, kStoredLimits);
    if (!details) throw broken(row, "details that can't be read");
    event.input = std::move(details->input);
    event.stopped = std::move(details->stopped);
    event.started = std::move(details->started);
    event.moved = std::move(details->moved);
    event.rulebook = details->rulebook;
  });
}

}  // namespace

EventRow read_event_row(Row& row) {
  return {.seq = row.take<std::int64_t>(),
          .case_kind = row.take<std::string>(),
          .case_id = row.take<std::int64_t>(),
          .case_version = row.take<std::int64_t>(),
          .at = row.take<std::int64_t>(),
          .actor_role = row.take<std::string>(),
          .actor_id = row.take<PersonId>(),
          .actor_name = row.take<std::string>(),
          .action = row.take<std::string>(),
          .from_state = row.take<std::string>(),
          .to_state = row.take<std::string>(),
          .details = row.take<std::string>(),
          .prev_hash = row.take<std::string>(),
          .hash = row.take<std::string>()};
}

std::string hash_of(const EventRow& row) {
  std::string text;
  text.reserve(row.details.size() + 256);
  for (const std::int64_t number :
       {row.seq, row.case_id, row.case_version, row.at, row.actor_id.value}) {
    append_field(text, std::to_string(number));
  }
  for (const std::string* field : {&row.case_kind, &row.actor_role, &row.actor_name, &row.action,
                                   &row.from_state, &row.to_state, &row.details, &row.prev_hash}) {
    append_field(text, *field);
  }
  return sha256_hex(text);
}

EventRow row_of(const cases::Event& event) {
  return {.seq = 0,
          .case_kind = std::string(json::enum_name(event.kind)),
          .case_id = event.case_id,
          .case_version = event.version,
          .at = millis_of(event.at),
          .actor_role = std::string(json::enum_name(event.actor.role)),
          .actor_id = event.actor.person,
          .actor_name = event.actor.name,
          .action = std::string(json::enum_name(event.action)),
          .from_state = std::string(json::enum_name(event.from)),
          .to_state = std::string(json::enum_name(event.to)),
          .details = details_of(event),
          .prev_hash = {},
          .hash = {}};
}

cases::Event event_of(const EventRow& row) {
  cases::Event event{
      .kind = named_in<rules::CaseKind>(row, row.case_kind),
      .case_id = row.case_id,
      .version = row.case_version,
      .at = instant_from_millis(row.at),
      .actor = {named_in<rules::Role>(row, row.actor_role), row.actor_id, row.actor_name},
      .action = named_in<rules::Action>(row, row.action),
      .from = named_in<rules::State>(row, row.from_state),
      .to = named_in<rules::State>(row, row.to_state)};
  take_details(event, row);
  return event;
}

}  // namespace mashang::store
