// How each event changes what units have to do with a case.
#include "cases/unit_work.h"

#include <algorithm>

#include "base/overloaded.h"

namespace mashang::cases {
namespace {

std::vector<Assistance> assistance_of(const std::vector<Assistant>& asked) {
  std::vector<Assistance> all;
  for (const Assistant& one : asked) all.push_back({one.unit, one.unit_name, one.task, {}, {}, {}});
  return all;
}

template <typename Sent>
void send(UnitWork& work, const Sent& to, Instant at) {
  work.unit = to.unit;
  work.unit_name = to.unit_name;
  work.note = text_of(to.note);
  work.dispatched_at = at;
  work.receipt.reset();
  work.assisting = assistance_of(to.assisting);
}

void take_part(UnitWork& work, const Assisted& part, const Event& event) {
  for (Assistance& one : work.assisting)
    if (one.unit == part.unit) {
      one.text = part.text.value;
      one.by = event.actor.name;
      one.given_at = event.at;
    }
}

void decide_return(UnitWork& work, bool granted, std::string decision) {
  if (work.returns.empty()) return;
  work.returns.back().granted = granted;
  work.returns.back().decision = std::move(decision);
  if (!granted) return;
  work.earlier.push_back(
      {work.unit_name, work.dispatched_at.value_or(Instant{}), std::move(work.receipt)});
  work.unit = {};
  work.unit_name.clear();
  work.receipt.reset();
  work.assisting.clear();
}

}  // namespace

bool UnitWork::assistance_owed() const {
  return std::ranges::any_of(assisting, [](const Assistance& one) { return !one.given_at; });
}

bool UnitWork::owes(UnitId assisting_unit) const {
  return std::ranges::any_of(assisting, [&](const Assistance& one) {
    return one.unit == assisting_unit && !one.given_at;
  });
}

bool UnitWork::return_refused() const {
  return std::ranges::any_of(
      returns, [&](const Return& one) { return one.unit == unit && one.granted == false; });
}

void apply(UnitWork& work, const Event& event) {
  using rules::Action;
  const std::string& by = event.actor.name;
  if (const auto* to = std::get_if<Dispatched>(&event.input)) send(work, *to, event.at);
  if (const auto* to = std::get_if<Referred>(&event.input)) send(work, *to, event.at);
  if (const auto* part = std::get_if<Assisted>(&event.input)) take_part(work, *part, event);
  if (const auto* asked = std::get_if<ReturnRequested>(&event.input))
    work.returns.push_back({work.unit, work.unit_name, *asked, by, event.at, {}, {}});
  if (event.action == Action::sign_for) work.receipt = Receipt{by, event.at};
  if (event.action == Action::report_progress)
    work.progress.push_back({std::get<Words>(event.input).text.value, by, event.at});
  if (event.action == Action::grant_return)
    decide_return(work, true, text_of(std::get<Note>(event.input).note));
  if (event.action == Action::refuse_return)
    decide_return(work, false, std::get<Why>(event.input).reason.value);
}

}  // namespace mashang::cases
