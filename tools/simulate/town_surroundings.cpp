// What a decision needs to know beside the case, looked up among the town's cases and people.
#include "rules/lifecycle.h"
#include "simulate/town.h"

namespace mashang::simulate {
namespace {

using cases::Case;

constexpr std::string_view kNoticeVersion = "2026-1";

bool exist(const City& city, UnitId lead, const std::vector<cases::Assistant>& assisting) {
  for (const cases::Assistant& one : assisting)
    if (city.unit(one.unit) == nullptr) return false;
  return city.unit(lead) != nullptr;
}

DeputyId deputy_of(const Case& standing, const cases::Input& input) {
  if (const auto* send = std::get_if<cases::Send>(&input)) return send->sender.deputy;
  const auto* message = std::get_if<cases::Message>(&standing);
  return message == nullptr ? DeputyId{} : message->sender.deputy;
}

}  // namespace

/// As many as belong to the matter, its first one among them.
int Town::orders_of(OrderId matter) const {
  const auto found = linked_.find(matter.value);
  return found == linked_.end() ? 1 : found->second + 1;
}

void Town::look_up_earlier(const cases::Earlier& earlier, const Case& standing,
                           rules::Action action, cases::Surroundings& around) const {
  const Case* other = find(earlier.order.value);
  const auto* order = other == nullptr ? nullptr : std::get_if<cases::Order>(other);
  const auto* own = std::get_if<cases::Order>(&standing);
  if (order == nullptr || own == nullptr || order == own) {
    around.earlier_known = false;
    return;
  }
  // The first order of a matter stays where the others were linked to it, or they would be dropped.
  const bool leads_others = orders_of({own->head.id}) > 1;
  const bool same_person = order->caller.resident == own->caller.resident;
  around.earlier_known = action == rules::Action::link ? !leads_others : same_person;
  around.earlier_open = rules::is_open(order->head.state);
  around.earlier_answered = !around.earlier_open && !earlier.result.empty();
  const int most = around.rulebook_of(own->head, own->head.created_at).same_matter_orders_count;
  around.many_orders = action == rules::Action::link && orders_of(earlier.matter) + 1 >= most;
}

std::vector<std::string> Town::others_words(const std::vector<cases::Source>& sources) const {
  std::vector<std::string> words;
  for (const cases::Source& source : sources) {
    const Case* standing = find(source.message.value);
    const auto* message = standing ? std::get_if<cases::Message>(standing) : nullptr;
    if (message == nullptr) continue;
    words.push_back(message->content.what.value);
    words.push_back(message->content.ask.value);
  }
  return words;
}

cases::Surroundings Town::around(const Case& standing, const cases::Command& command) const {
  cases::Surroundings around{.rulebooks = city_->rulebooks, .days = city_->days};
  if (const DeputyId deputy = deputy_of(standing, command.input)) {
    around.deputy_active = city_->deputy(deputy).status == rules::DeputyStatus::active;
    around.deputy_gone = city_->is_gone(deputy);
  }
  if (command.actor.person) {
    const rules::Viewer& viewer = city_->person(command.actor.person).viewer;
    if (command.actor.role == rules::Role::assisting_unit) around.actor_unit = viewer.unit;
    around.actor_deputy = viewer.deputy;
  }
  if (const auto* order = std::get_if<cases::Order>(&standing); order && !linked_.empty()) {
    const OrderId matter = order->matter ? order->matter : OrderId{order->head.id};
    const rules::Rulebook& book = around.rulebook_of(order->head, order->head.created_at);
    around.many_orders = orders_of(matter) >= book.same_matter_orders_count;
  }
  if (const auto* send = std::get_if<cases::Send>(&command.input))
    around.notice_current = send->notice_version == kNoticeVersion;
  if (const auto* to = std::get_if<cases::Dispatched>(&command.input))
    around.unit_known = exist(*city_, to->unit, to->assisting);
  if (const auto* to = std::get_if<cases::Referred>(&command.input))
    around.unit_known = exist(*city_, to->unit, to->assisting);
  if (const auto* asked = std::get_if<cases::ReturnRequested>(&command.input))
    around.unit_known = city_->unit(asked->papers.proposed_unit.value_or(UnitId{})) != nullptr;
  if (const auto* earlier = std::get_if<cases::Earlier>(&command.input))
    look_up_earlier(*earlier, standing, command.action, around);
  if (const auto* invited = std::get_if<cases::Invited>(&command.input))
    around.signatory_known =
        invited->deputy && city_->deputy(invited->deputy).status == rules::DeputyStatus::active;
  if (const auto* drafted = std::get_if<cases::Drafted>(&command.input))
    around.others_words = others_words(drafted->sources);
  if (std::holds_alternative<cases::Wording>(command.input)) {
    const auto* suggestion = std::get_if<cases::Suggestion>(&standing);
    if (suggestion != nullptr) around.others_words = others_words(suggestion->sources);
    if (suggestion != nullptr && suggestion->proposed && suggestion->proposal.empty())
      around.others_words.push_back(suggestion->facts);
  }
  return around;
}

}  // namespace mashang::simulate
