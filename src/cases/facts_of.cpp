// One line per fact. Facts of the input are touched only when such an input is there.
#include "cases/facts_of.h"

#include <set>
#include <span>

#include "base/overloaded.h"
#include "cases/office.h"

namespace mashang::cases {
namespace {

using rules::Category;
using rules::Facts;
using rules::Outcome;
using rules::Score;

bool ran_out(const CaseHead& head, rules::Clock clock, Instant now) {
  const ClockRun* run = head.running(clock);
  return run != nullptr && now > run->due_at;
}

void add_facts(Facts& facts, const Message& message, Instant now) {
  const std::string county = office_region(message.sender.region, rules::OfficeLevel::county);
  const std::string city = office_region(message.sender.region, rules::OfficeLevel::city);
  facts.looked_before = message.looked;
  facts.acted_before = message.acted;
  facts.rated_before = message.rating.has_value();
  facts.rated_satisfied = message.rating && message.rating->score != Score::dissatisfied;
  facts.look_overdue = ran_out(message.head, rules::Clock::look_limit, now);
  facts.tell_overdue = ran_out(message.head, rules::Clock::tell_limit, now);
  facts.relay_overdue = ran_out(message.head, rules::Clock::relay_limit, now);
  facts.rating_window_over = ran_out(message.head, rules::Clock::rating_window, now);
  facts.held_by_county = message.office == county;
  facts.held_by_city = message.office == city;
}

/// Callbacks since the last reply; what was said of an earlier reply no longer counts. By their
/// order and not by their times: a callback, a redo and a new reply may fall into one second.
std::span<const Callback> current_callbacks(const Order& order) {
  return std::span(order.callbacks).subspan(std::size_t(order.earlier_callbacks_count));
}

int days_tried(std::span<const Callback> callbacks) {
  std::set<Day> days;
  for (const Callback& callback : callbacks)
    if (callback.outcome == Outcome::unreachable) days.insert(day_of(callback.at));
  return int(days.size());
}

void add_facts(Facts& facts, const Order& order, const Surroundings& around) {
  const auto callbacks = current_callbacks(order);
  const auto last = callbacks.empty() ? std::nullopt : std::optional(callbacks.back().outcome);
  facts.caller_settled =
      last == Outcome::satisfied || last == Outcome::mostly || last == Outcome::not_wanted;
  facts.caller_dissatisfied = last == Outcome::dissatisfied;
  facts.tried_enough = days_tried(callbacks) >= around.rulebook.callback_tries_count;
  facts.redone_enough = order.redo_count() >= around.rulebook.redo_count_max;
}

/// R23: spoken to after it came to the unit (or came back), to the minute, and not in the future.
bool plausible(const Contact& contact, const Case& standing, Instant now) {
  const auto* order = std::get_if<Order>(&standing);
  if (order == nullptr) return false;
  const Instant came = order->sent_back.empty() ? order->dispatched_at.value_or(Instant{})
                                                : order->sent_back.back().at;
  return contact.at >= std::chrono::floor<std::chrono::minutes>(came) && contact.at <= now;
}

void add_facts(Facts& facts, const Input& input, const Case& standing, Instant now) {
  std::visit(Overloaded{
                 [&](const PassOnOffice& to) {
                   facts.to_city = to.office == rules::OfficeLevel::city;
                   facts.to_county = !facts.to_city;
                 },
                 [&](const Accept& accept) {
                   facts.category_handled = accept.category != Category::praise;
                 },
                 [&](const Record& record) {
                   facts.category_praise = record.category == Category::praise;
                 },
                 [&](const Reply& reply) {
                   facts.contact_plausible = plausible(reply.contact, standing, now);
                 },
                 [](const auto&) {},
             },
             input);
}

}  // namespace

rules::Facts facts_of(const Case& standing, const Input& input, const Surroundings& around,
                      Instant now) {
  Facts facts;
  facts.deputy_active = around.deputy_active;
  facts.notice_current = around.notice_current;
  facts.photos_usable = around.photos_usable;
  facts.unit_known = around.unit_known;
  std::visit(Overloaded{[&](const Message& message) { add_facts(facts, message, now); },
                        [&](const Order& order) { add_facts(facts, order, around); }},
             standing);
  add_facts(facts, input, standing, now);
  return facts;
}

}  // namespace mashang::cases
