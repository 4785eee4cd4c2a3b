// Rows of rules/duty.h over the events of his cases; waiting times beside them.
#include "desk/duty_record.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "cases/office.h"
#include "rules/duty.h"
#include "store/duty_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using store::DutyEvent;

constexpr Text2 kNotAvailable{"暂无", "n/a"};

struct Events {
  std::vector<DutyEvent> of_messages;
  std::vector<DutyEvent> of_suggestions;
  Instant from;
  Instant to;

  bool in_span(Instant at) const { return at >= from && at < to; }
};

DutyCase case_of(const DutyEvent& one) {
  return {one.stored.event.kind, one.stored.event.case_id, one.number};
}

void add_once(std::vector<DutyCase>& cases, const DutyCase& one) {
  if (std::ranges::find(cases, one) == cases.end()) cases.push_back(one);
}

bool counts(const rules::DutyCount& row, const cases::Event& event) {
  if (event.action != row.action || event.actor.role != row.who) return false;
  const auto* rated = std::get_if<cases::Rate>(&event.input);
  return !row.score || (rated != nullptr && rated->score == *row.score);
}

DutyFigure counted(const rules::DutyCount& row, const Events& events) {
  DutyFigure figure{.code = std::string(row.code), .label = row.label};
  const bool messages = row.kind == rules::CaseKind::message;
  std::int64_t count = 0;
  for (const DutyEvent& one : messages ? events.of_messages : events.of_suggestions) {
    if (!events.in_span(one.stored.event.at) || !counts(row, one.stored.event)) continue;
    ++count;
    add_once(figure.cases, case_of(one));
  }
  figure.count = count;
  figure.value = {std::to_string(count), std::to_string(count)};
  return figure;
}

using IsIt = bool (*)(rules::Role, rules::Action);

/// How long messages that came in the span waited for the first such act.
DutyFigure waited(std::string code, Text2 label, IsIt is_it, const Events& events) {
  DutyFigure figure{.code = std::move(code), .label = label};
  std::map<std::int64_t, double> hours;
  for (const DutyEvent& one : events.of_messages) {
    const cases::Event& event = one.stored.event;
    if (!events.in_span(one.begun_at) || !is_it(event.actor.role, event.action)) continue;
    const std::chrono::duration<double, std::ratio<3600>> wait = event.at - one.begun_at;
    if (hours.emplace(event.case_id, wait.count()).second) figure.cases.push_back(case_of(one));
  }
  figure.value = kNotAvailable;
  if (hours.empty()) return figure;
  std::vector<double> sorted;
  double sum = 0;
  for (const auto& [id, wait] : hours) {
    sorted.push_back(wait);
    sum += wait;
  }
  std::ranges::sort(sorted);
  const std::size_t middle = sorted.size() / 2;
  const double median =
      sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const auto tenths = [](double number) { return std::round(number * 10) / 10; };
  figure.average_hours = tenths(sum / double(sorted.size()));
  figure.median_hours = tenths(median);
  return figure;
}

/// "26.5".
std::string written_out(double tenths) {
  const auto whole = std::llround(tenths * 10);
  return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

DutyFigure with_words(DutyFigure figure) {
  if (!figure.average_hours) return figure;
  const std::string average = written_out(*figure.average_hours);
  const std::string median = written_out(*figure.median_hours);
  figure.value = {"平均" + average + "小时，中位数" + median + "小时",
                  "mean " + average + " hours, median " + median + " hours"};
  return figure;
}

std::vector<DutyFigure> figures_of(const Events& events) {
  std::vector<DutyFigure> figures;
  for (const rules::DutyCount& row : rules::kDutyCounts) figures.push_back(counted(row, events));
  figures.push_back(with_words(
      waited("first_act", {"首次处理用时", "Time to the first act"}, rules::is_first_act, events)));
  figures.push_back(with_words(waited("first_answer", {"答复用时", "Time to the first answer"},
                                      rules::is_first_answer, events)));
  return figures;
}

bool may_see(const Person& person, const store::Deputy& deputy, const store::Station& station) {
  rules::Parties parties{.deputy = deputy.id, .station = deputy.station};
  for (const rules::OfficeLevel level : {rules::OfficeLevel::county, rules::OfficeLevel::city}) {
    parties.office = cases::office_region(station.township.code, level);
    if (rules::may_see_record(person.viewer, parties)) return true;
  }
  return false;
}

}  // namespace

std::optional<DutyRecord> read_duty_record(Desk& desk, const Person& person,
                                           const DutyAsked& asked) {
  const Instant from = start_of(asked.from);
  const Instant to = end_of(asked.to);
  return desk.database.read([&](store::Connection& connection) -> std::optional<DutyRecord> {
    const auto deputy = asked.deputy.empty() ? store::find_deputy(connection, person.viewer.deputy)
                                             : store::find_deputy(connection, asked.deputy);
    const auto station = deputy ? store::find_station(connection, deputy->station) : std::nullopt;
    if (!station || !may_see(person, *deputy, *station)) return std::nullopt;
    const store::DutySpan span{deputy->id, deputy->person, from, to};
    const Events events{store::duty_events_of_messages(connection, span),
                        store::duty_events_of_suggestions(connection, span), from, to};
    return DutyRecord{{deputy->code,
                       deputy->name,
                       deputy->levels,
                       deputy->status,
                       {station->code, station->name},
                       deputy->about},
                      asked.from,
                      asked.to,
                      figures_of(events)};
  });
}

}  // namespace mashang::desk
