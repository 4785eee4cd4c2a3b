// A case has few such parties and most have none, so they are written anew each time.
#include "store/party_store.h"

#include <algorithm>

#include "store/case_document.h"

namespace mashang::store {
namespace {

struct Party {
  rules::Tie tie{};
  std::int64_t party = 0;
  bool owes = false;

  auto operator<=>(const Party&) const = default;
};

std::vector<Party> parties_in(const cases::Case& standing) {
  std::vector<Party> parties;
  if (const cases::UnitWork* work = cases::work_of(standing))
    for (const cases::Assistance& one : work->assisting)
      parties.push_back({rules::Tie::assists, one.unit.value, !one.given_at});
  if (const auto* suggestion = std::get_if<cases::Suggestion>(&standing))
    for (const cases::JointSignatory& one : suggestion->signatories)
      parties.push_back({rules::Tie::signs_jointly, one.deputy.value, !one.signed_at});
  std::ranges::sort(parties);
  return parties;
}

/// Whether the case has or may have had parties.
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
  for (const Party& one : parties_in(standing))
    connection.run(
        "insert into case_party (case_kind, case_id, tie, party, owes, state, next_due)"
        " values ($1, $2, $3, $4, $5, $6, $7)",
        head.kind, head.id, one.tie, one.party, one.owes, head.state, due_column(head));
}

bool parties_stand(Connection& connection, const cases::Case& standing) {
  const cases::CaseHead& head = cases::head_of(standing);
  auto stored = connection.all(
      "select tie, party, owes from case_party where case_kind = $1 and case_id = $2"
      " and state = $3 and next_due = $4",
      [](Row& row) {
        return Party{row.take<rules::Tie>(), row.take<std::int64_t>(), row.take<bool>()};
      },
      head.kind, head.id, head.state, due_column(head));
  std::ranges::sort(stored);
  return stored == parties_in(standing);
}

}  // namespace mashang::store
