// Three walks: along the chain, through the cases one by one, and over what might be left behind.
#include "store/verify.h"

#include <array>

#include "rules/lifecycle.h"
#include "store/case_document.h"
#include "store/case_store.h"
#include "store/clock_store.h"
#include "store/event_row.h"
#include "store/event_store.h"
#include "store/party_store.h"

namespace mashang::store {
namespace {

using Findings = std::vector<std::string>;

std::string event_name(const EventRow& row) {
  return "Event " + std::to_string(row.seq) + " of " + row.case_kind + " " +
         std::to_string(row.case_id);
}

/// One step along the chain: `last` is the row before, and becomes this one.
void check_link(const EventRow& row, EventRow& last, Findings& findings) {
  if (row.seq != last.seq + 1) {
    findings.push_back(event_name(row) + " follows event " + std::to_string(last.seq) +
                       ": events between them are missing.");
  } else if (row.prev_hash != last.hash) {
    findings.push_back(event_name(row) + " does not carry the hash of the event before it.");
  }
  if (row.hash != hash_of(row)) {
    findings.push_back(event_name(row) + " was changed: its hash does not fit what it says.");
  }
  last = row;
}

void walk_chain(Connection& connection, VerifyReport& report) {
  EventRow last;
  const auto visit = [&](Row& row) {
    check_link(read_event_row(row), last, report.findings);
    ++report.event_count;
  };
  connection.each("select " + std::string(kEventColumns) + " from event order by seq", visit);
  report.last_hash = last.hash;
}

/// The case as its events make it; says where they don't follow from each other.
cases::Case replay(const CaseRef& ref, const std::vector<StoredEvent>& events, Findings& findings) {
  cases::Case replayed = cases::blank_case(ref.kind, ref.id);
  for (const StoredEvent& stored : events) {
    const cases::CaseHead& head = cases::head_of(replayed);
    const std::string name =
        "Event " + std::to_string(stored.seq) + " of " + name_of(ref.kind, ref.id);
    if (stored.event.version != head.version + 1) {
      findings.push_back(name + " has version " + std::to_string(stored.event.version) +
                         " after version " + std::to_string(head.version) + ".");
    }
    if (stored.event.from != head.state) {
      findings.push_back(name + " starts from " + std::string(json::enum_name(stored.event.from)) +
                         ", but the case was " + std::string(json::enum_name(head.state)) + ".");
    }
    cases::apply(replayed, stored.event);
  }
  return replayed;
}

std::string document_of(const cases::Case& standing) {
  return std::visit([](const auto& one) { return to_json(one); }, standing);
}

void compare(const CaseRef& ref, const cases::Case& stored, const cases::Case& replayed,
             std::int64_t last_seq, Findings& findings) {
  const cases::CaseHead& is = cases::head_of(stored);
  const cases::CaseHead& should_be = cases::head_of(replayed);
  const std::string event = "event " + std::to_string(last_seq);
  if (is.version != should_be.version || is.state != should_be.state) {
    findings.push_back("The stored " + name_of(ref.kind, ref.id) + " is at version " +
                       std::to_string(is.version) + ", " + std::string(json::enum_name(is.state)) +
                       "; its last, " + event + ", left it at version " +
                       std::to_string(should_be.version) + ", " +
                       std::string(json::enum_name(should_be.state)) + ".");
  } else if (document_of(stored) != document_of(replayed)) {
    findings.push_back("The document of " + name_of(ref.kind, ref.id) +
                       " is not what its events up to " + event + " make of it.");
  }
  // As JSON, because details keep whole seconds only.
  if (to_json(is.clocks) != to_json(should_be.clocks)) {
    findings.push_back("The clocks of " + name_of(ref.kind, ref.id) +
                       " are not what its events up to " + event + " make of them.");
  }
}

void check_ended(const cases::Case& stored, Findings& findings) {
  const cases::CaseHead& head = cases::head_of(stored);
  if (rules::is_open(head.state) || head.next_due() == nullptr) return;
  findings.push_back("A clock runs in " + name_of(head.kind, head.id) + ", which is " +
                     std::string(json::enum_name(head.state)) + ".");
}

void check_case(Connection& connection, const CaseRef& ref, Findings& findings) {
  try {
    const std::vector<StoredEvent> events = events_of(connection, ref.kind, ref.id);
    const cases::Case replayed = replay(ref, events, findings);
    const std::optional<cases::Case> stored = load_case(connection, ref.kind, ref.id);
    if (!stored) {
      findings.push_back("There is no " + name_of(ref.kind, ref.id) + ", but event " +
                         std::to_string(events.front().seq) + " speaks of it.");
      return;
    }
    compare(ref, *stored, replayed, events.back().seq, findings);
    check_ended(*stored, findings);
    if (!parties_stand(connection, *stored))
      findings.push_back("Those who assist or sign in " + name_of(ref.kind, ref.id) +
                         " are not those whom its events name.");
  } catch (const Fault& fault) {
    findings.push_back(fault.sentence());
  }
}

void walk_cases(Connection& connection, VerifyReport& report) {
  const auto read_ref = [](Row& row) -> std::optional<CaseRef> {
    const auto kind = named<rules::CaseKind>(row.take<std::string>());
    const auto id = row.take<std::int64_t>();
    if (!kind) return std::nullopt;
    return CaseRef{*kind, id};
  };
  const auto refs = connection.all(
      "select case_kind, case_id from event group by case_kind, case_id order by min(seq)",
      read_ref);
  for (const std::optional<CaseRef>& ref : refs) {
    if (ref) check_case(connection, *ref, report.findings);
    if (!ref) report.findings.push_back("There are events of an unknown kind of case.");
  }
  report.case_count = static_cast<std::int64_t>(refs.size());
}

struct Leftover {
  std::string_view sql;
  std::string_view before;
  std::string_view after;
};

/// What no event or no case accounts for.
constexpr std::array kLeftovers{
    Leftover{"select m.id from message m where not exists (select 1 from event e"
             " where e.case_kind = 'message' and e.case_id = m.id)",
             "Message ", " has no event."},
    Leftover{"select o.id from orders o where not exists (select 1 from event e"
             " where e.case_kind = 'order' and e.case_id = o.id)",
             "Order ", " has no event."},
    Leftover{"select s.id from suggestion s where not exists (select 1 from event e"
             " where e.case_kind = 'suggestion' and e.case_id = s.id)",
             "Suggestion ", " has no event."},
    Leftover{"select distinct c.case_id from clock c where not exists (select 1 from event e"
             " where e.case_kind = c.case_kind and e.case_id = c.case_id)",
             "Clocks of the case ", " have no event."},
    Leftover{"select o.id from outbox o where not exists (select 1 from event e"
             " where e.seq = o.event_seq) and not exists (select 1 from warning w"
             " where w.id = o.warning_id)",
             "Outgoing row ", " has neither event nor warning."},
};

void find_leftovers(Connection& connection, Findings& findings) {
  for (const Leftover& leftover : kLeftovers) {
    connection.each(leftover.sql, [&](Row& row) {
      findings.push_back(std::string(leftover.before) + std::to_string(row.take<std::int64_t>()) +
                         std::string(leftover.after));
    });
  }
}

}  // namespace

VerifyReport verify(Connection& connection) {
  VerifyReport report;
  walk_chain(connection, report);
  walk_cases(connection, report);
  find_leftovers(connection, report.findings);
  return report;
}

}  // namespace mashang::store
