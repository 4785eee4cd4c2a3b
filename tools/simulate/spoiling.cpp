// One way, or one of several, in which each kind of input can be wrong. What can't be wrong by
// itself (a few words) is left alone.
#include "base/overloaded.h"
#include "simulate/inputs.h"

namespace mashang::simulate {
namespace {

using namespace cases;

bool lose_a_paper(RequestReturn& papers, const Deed& deed, Chance& chance) {
  switch (chance.pick(6)) {
    case 0: papers.reason.reset(); break;
    case 1: papers.basis.reset(); break;
    case 2: papers.leader.reset(); break;
    case 3: papers.opinion = std::vector<AttachmentId>{}; break;
    case 4: papers.proposed_unit.reset(); break;
    default: papers.proposed_unit = work_of(deed.standing)->unit;
  }
  return true;
}

/// Spoken to before the case came to the unit, or not yet.
bool misdate(Contact& contact, Instant now, Chance& chance) {
  contact.at = now + std::chrono::hours{chance.one_in(2) ? 1 : -24 * 400};
  return true;
}

template <typename Sent>
bool misaddress(Sent& to, Chance& chance) {
  if (chance.one_in(2))
    to.assisting.push_back({to.unit, to.unit_name, ""});
  else
    to.unit = {999};
  return true;
}

bool forget_absences(std::optional<Prose>& absences) {
  const bool needed = absences.has_value();
  absences.reset();
  return needed;
}

/// Only from the state in which the law asks for it: a promise that was made explains the absences.
bool asks_for_absences(const Deed& deed) {
  const rules::State state = head_of(deed.standing).state;
  return state == rules::State::handling || state == rules::State::referred;
}

struct Spoil {
  const Deed& deed;
  Chance& chance;

  bool operator()(Send& to) const {
    to.notice_version = "2019-1";
    return true;
  }
  bool operator()(Publish& to) const {
    to.title = {"请打15400000011找我"};
    return true;
  }
  bool operator()(Accept& to) const {
    to.category = rules::Category::praise;
    return true;
  }
  bool operator()(Record& to) const {
    to = {rules::Category::complaint, rules::RecordKind::praise, to.text};
    return true;
  }
  bool operator()(LineAnswer& to) const {
    to.category = rules::Category::help;
    return true;
  }
  bool operator()(Earlier& to) const {
    to.order = {head_of(deed.standing).id};
    return true;
  }
  bool operator()(ChangeCategory& to) const {
    const auto& order = std::get<Order>(deed.standing);
    if (chance.one_in(2) || !order.category)
      to.category = rules::Category::praise;
    else
      to = {*order.category, order.urgent, to.reason};
    return true;
  }
  bool operator()(Dispatched& to) const { return misaddress(to, chance); }
  bool operator()(Referred& to) const { return misaddress(to, chance); }
  bool operator()(ReturnRequested& to) const { return lose_a_paper(to.papers, deed, chance); }
  bool operator()(RequestExtension& to) const {
    to.until = day_of(deed.now) + std::chrono::days{chance.one_in(2) ? 3000 : -1};
    return true;
  }
  bool operator()(Reply& to) const {
    if (chance.one_in(2) && asks_for_absences(deed)) return forget_absences(to.absences);
    return misdate(to.contact, deed.now, chance);
  }
  bool operator()(Promise& to) const {
    if (chance.one_in(3) && asks_for_absences(deed)) return forget_absences(to.absences);
    if (chance.one_in(2)) return misdate(to.contact, deed.now, chance);
    to.until = day_of(deed.now);
    return true;
  }
  bool operator()(Drafted& to) const {
    to.wording.proposal.value = to.wording.facts.value + " ";
    return true;
  }
  bool operator()(Wording& to) const {
    to.proposal = to.facts;
    return true;
  }
  bool operator()(Invited& to) const {
    to.deputy = std::get<Suggestion>(deed.standing).author.deputy;
    return true;
  }
  bool operator()(ReplyFormally& to) const {
    switch (chance.pick(4)) {
      case 0: to.code = {"Z"}; return true;
      case 1: to.signed_by.reset(); return true;
      case 2: return misdate(to.contact, deed.now, chance);
      default: break;
    }
    if (to.promised_on)
      to.promised_on.reset();
    else
      to.promised_on = day_of(deed.now) + std::chrono::days{3};
    return true;
  }
  template <typename Other>
  bool operator()(Other&) const {
    return false;
  }
};

}  // namespace

bool spoil(Input& input, const Deed& deed, Chance& chance) {
  return std::visit(Spoil{deed, chance}, input);
}

}  // namespace mashang::simulate
