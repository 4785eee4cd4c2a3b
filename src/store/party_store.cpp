// A case has few such parties and most have none, so they are written anew each time.
#include "store/party_store.h"

#include "store/case_document.h"

namespace mashang::store {
namespace {

void add_party(Connection& connection, const cases::CaseHead& head, rules::Tie tie,
               std::int64_t party, bool owes) {
  connection.run(
      "insert into case_party (case_kind, case_id, tie, party, owes, state, next_due)"
      " values ($1, $2, $3, $4, $5, $6, $7)"
      " on conflict (case_kind, case_id, tie, party) do update set owes = excluded.owes,"
      " state = excluded.state, next_due = excluded.next_due",
      head.kind, head.id, tie, party, owes, head.state, due_column(head));
}

bool has_parties(const cases::Case& standing) {
  const cases::UnitWork* work = cases::work_of(standing);
  const auto* suggestion = std::get_if<cases::Suggestion>(&standing);
  return work != nullptr && (!work->assisting.empty() || !work->earlier.empty() ||
                             (suggestion != nullptr && !suggestion->signatories.empty()));
}

}  // namespace

void save_parties(Connection& connection, const cases::Case& standing) {
  if (!has_parties(standing)) return;
  const cases::CaseHead& head = cases::head_of(standing);
  connection.run("delete from case_party where case_kind = $1 and case_id = $2", head.kind,
                 head.id);
  for (const cases::Assistance& one : cases::work_of(standing)->assisting)
    add_party(connection, head, rules::Tie::assists, one.unit.value, !one.given_at);
  if (const auto* suggestion = std::get_if<cases::Suggestion>(&standing))
    for (const cases::JointSignatory& one : suggestion->signatories)
      add_party(connection, head, rules::Tie::signs_jointly, one.deputy.value, !one.signed_at);
}

}  // namespace mashang::store
