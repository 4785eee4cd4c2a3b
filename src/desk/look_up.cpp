// One function for each kind of thing that an input names.
#include "desk/look_up.h"

#include <algorithm>

#include "base/overloaded.h"
#include "desk/saving.h"
#include "rules/lifecycle.h"
#include "store/attachment_store.h"
#include "store/message_store.h"
#include "store/order_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using store::Connection;

struct Search {
  const Desk& desk;
  Connection& connection;
  const Person& person;
  const cases::Case& standing;
  rules::Action action;
  cases::Surroundings& around;

  /// The unit's name; an unknown one is noted.
  std::string name_of(UnitId id) const {
    const auto unit = store::find_unit(connection, id);
    if (!unit) around.unit_known = false;
    return unit ? unit->name : std::string();
  }

  template <typename Sent>
  void name_units(Sent& to) const {
    to.unit_name = name_of(to.unit);
    for (cases::Assistant& one : to.assisting) one.unit_name = name_of(one.unit);
  }

  void look_up(cases::ReturnRequested& asked) const {
    if (asked.papers.proposed_unit) asked.proposed_unit_name = name_of(*asked.papers.proposed_unit);
  }

  void look_up(cases::Assisted& part) const {
    part.unit = person.viewer.unit;
    part.unit_name = name_of(part.unit);
  }

  void look_up(cases::Earlier& earlier) const {
    const auto id = store::find_order(connection, earlier.number);
    const auto found = id ? store::load_order(connection, *id) : std::nullopt;
    const auto& order = std::get<cases::Order>(standing);
    // Orders of different persons may be linked, but nobody learns another one's result.
    const bool same_person = found && found->caller.resident == order.caller.resident;
    around.earlier_known =
        found && found->head.id != order.head.id && (same_person || action == rules::Action::link);
    if (!around.earlier_known) return;
    earlier.order = {found->head.id};
    earlier.matter = found->matter ? found->matter : earlier.order;
    earlier.unit_name = found->work.unit_name;
    earlier.result = found->replies.empty() ? found->outcome : found->replies.back().public_reply;
    around.earlier_open = rules::is_open(found->head.state);
    around.earlier_answered = !around.earlier_open && !earlier.result.empty();
    if (action == rules::Action::link)
      around.many_orders = many_orders(desk, connection, earlier.matter, 1);
  }

  void look_up(cases::CallNoted& call) const {
    if (call.order_number.empty()) return;
    const auto id = store::find_order(connection, call.order_number);
    const auto found = id ? store::load_order(connection, *id) : std::nullopt;
    around.call_order_known = found && found->caller.deputy == person.viewer.deputy;
    if (around.call_order_known) call.order = *id;
  }

  void look_up(cases::Invited& invited) const {
    const auto deputy = store::find_deputy(connection, invited.code);
    around.signatory_known = deputy && deputy->status == rules::DeputyStatus::active;
    if (!deputy) return;
    invited.deputy = deputy->id;
    invited.name = deputy->name;
  }

  void look_up(cases::SignedJointly& with) const { with.deputy = person.viewer.deputy; }

  void look_up(const cases::Wording&) const {
    const auto* suggestion = std::get_if<cases::Suggestion>(&standing);
    if (suggestion == nullptr) return;
    around.others_words = others_words(connection, suggestion->sources);
    // Until the deputy has made it his own, what stands there is the hotline's.
    if (suggestion->proposed && suggestion->proposal.empty())
      around.others_words.push_back(suggestion->facts);
  }
};

}  // namespace

void look_up(const Desk& desk, Connection& connection, const Person& person,
             const cases::Case& standing, rules::Action action, cases::Input& input,
             cases::Surroundings& around) {
  const Search search{desk, connection, person, standing, action, around};
  std::visit(Overloaded{
                 [&](cases::Dispatched& to) { search.name_units(to); },
                 [&](cases::Referred& to) { search.name_units(to); },
                 [&](cases::ReturnRequested& asked) { search.look_up(asked); },
                 [&](cases::Assisted& part) { search.look_up(part); },
                 [&](cases::Earlier& earlier) { search.look_up(earlier); },
                 [&](cases::CallNoted& call) { search.look_up(call); },
                 [&](cases::Invited& invited) { search.look_up(invited); },
                 [&](cases::SignedJointly& with) { search.look_up(with); },
                 [&](cases::Wording& wording) { search.look_up(wording); },
                 [](auto&) {},
             },
             input);
  const std::vector<AttachmentId> attachments = attachments_of(input);
  around.attachments_usable =
      attachments.size() <= cases::kAttachmentsMost &&
      store::attachments_usable(connection, attachments, person.viewer.person);
}

std::vector<AttachmentId> attachments_of(const cases::Input& input) {
  if (const auto* more = std::get_if<cases::Supplement>(&input))
    return more->attachments.value_or(std::vector<AttachmentId>{});
  if (const auto* asked = std::get_if<cases::ReturnRequested>(&input))
    return asked->papers.opinion.value_or(std::vector<AttachmentId>{});
  return {};
}

std::vector<std::string> others_words(Connection& connection,
                                      const std::vector<cases::Source>& sources) {
  std::vector<std::string> words;
  for (const cases::Source& source : sources)
    if (const auto message = store::load_message(connection, source.message)) {
      words.push_back(message->content.what.value);
      words.push_back(message->content.ask.value);
      words.push_back(cases::told_so_far(*message).what.value);
    }
  return words;
}

}  // namespace mashang::desk
