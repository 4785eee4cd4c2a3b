// One function for each kind of input that says more than a few words.
#include "simulate/inputs.h"

#include <algorithm>

#include "base/json.h"
#include "base/overloaded.h"
#include "cases/office.h"
#include "rules/lifecycle.h"

namespace mashang::simulate {
namespace {

using namespace cases;

template <typename Enum>
Enum any(Chance& chance) {
  const auto& all = json::kEnumerators<Enum>;
  return all[chance.pick(std::size(all))].value;
}

Prose words(Chance& chance) {
  constexpr std::string_view kWords[] = {"已到现场查看，情况属实，正在办理。", "请补充具体位置。",
                                         "经核实，已安排专人负责。", "感谢反映，已记录。"};
  return {std::string(kWords[chance.pick(std::size(kWords))])};
}

Contact contact(const Deed& deed, Chance& chance) {
  return {{"王试一"}, {"15400000002"}, deed.now, any<rules::Score>(chance)};
}

Day day_ahead(Instant now, int least, int most, Chance& chance) {
  return day_of(now) + std::chrono::days{chance.number(least, most)};
}

Handling unit_but(UnitId not_this, const City& city, Chance& chance) {
  Handling found = city.units[chance.pick(city.units.size())];
  while (found.unit == not_this) found = city.units[chance.pick(city.units.size())];
  return found;
}

std::vector<Assistant> assistants(UnitId lead, const City& city, Chance& chance) {
  std::vector<Assistant> all;
  if (!chance.one_in(4)) return all;
  const Handling first = unit_but(lead, city, chance);
  all.push_back({first.unit, first.name, "配合查看"});
  const Handling second = unit_but(lead, city, chance);
  if (chance.one_in(2) && second.unit != first.unit) all.push_back({second.unit, second.name, ""});
  return all;
}

/// A praise can't be handled, so it is what a record is for.
rules::Category handled(Chance& chance) {
  const auto category = any<rules::Category>(chance);
  return category == rules::Category::praise ? rules::Category::help : category;
}

/// Mostly satisfied; but without days on which nobody answers no order would be closed unreached.
rules::Outcome outcome(Chance& chance) {
  if (chance.percent(60)) return rules::Outcome::satisfied;
  return chance.one_in(2) ? rules::Outcome::unreachable : any<rules::Outcome>(chance);
}

std::optional<Prose> absences(const Case& standing) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr || !work->assistance_owed()) return std::nullopt;
  return Prose{"协办单位已说明无需配合。"};
}

RequestExtension extension(const Deed& deed, Chance& chance) {
  const CaseHead& head = head_of(deed.standing);
  const ClockRun* run = head.running(rules::Clock::work_limit);
  if (run == nullptr) run = head.running(rules::Clock::redo_limit);
  const Instant due = run == nullptr ? deed.now : run->due_at - std::chrono::seconds{1};
  return {{"现场施工受阴雨影响。"}, day_ahead(due, 1, 3, chance)};
}

ReturnRequested papers(const Deed& deed, Chance& chance) {
  const UnitWork* work = work_of(deed.standing);
  const Handling other = unit_but(work ? work->unit : UnitId{}, deed.town.city(), chance);
  return {{.reason = Prose{"不属于本单位职责。"},
           .proposed_unit = other.unit,
           .basis = Prose{"职责清单第三条。"},
           .leader = Line{"李样本"},
           .opinion = std::vector<AttachmentId>{{1}}},
          other.name};
}

/// Among so many of the last cases an earlier order is looked for, so many times.
constexpr std::int64_t kRecentCasesCount = 5000;
constexpr int kTriesCount = 20;

std::int64_t recent_case(const Town& town, Chance& chance) {
  const std::int64_t recent = std::min(town.last_id(), kRecentCasesCount);
  return town.last_id() - std::int64_t(chance.pick(std::size_t(recent)));
}

/// Another order about the same matter: one that the action can name, where there is one. A result
/// is told of an order that is closed; whatever else is said of an open one.
Earlier earlier(rules::Action action, const Deed& deed, Chance& chance) {
  const auto& open = deed.town.open_cases();
  const auto* own = std::get_if<Order>(&deed.standing);
  const Order* found = nullptr;
  for (int tries = 0; tries < kTriesCount && own != nullptr; ++tries) {
    const bool closed = action == rules::Action::tell_result || open.empty();
    const std::int64_t id =
        closed ? recent_case(deed.town, chance) : open[chance.pick(open.size())];
    const Case* other = deed.town.find(id);
    const auto* order = other == nullptr ? nullptr : std::get_if<Order>(other);
    if (order == nullptr || order == own) continue;
    found = order;
    const bool same_person = order->caller.resident == own->caller.resident;
    if (action == rules::Action::link || same_person) break;
  }
  if (found == nullptr) return {};
  const OrderId id{found->head.id};
  return {.order = id,
          .number = found->head.number,
          .matter = found->matter ? found->matter : id,
          .result = found->replies.empty() ? found->outcome : found->replies.back().public_reply,
          .unit_name = found->work.unit_name,
          .note = {}};
}

Wording wording(Chance& chance) {
  return {{"关于完善老旧小区电动车充电设施的建议"},
          {"走访中了解到，一些小区充电设施不足，飞线充电屡禁不止。" +
           std::to_string(chance.pick(1000))},
          {"建议由住建部门牵头，年内补建一批充电设施，并纳入物业考核。"}};
}

ReplyFormally formal_reply(const Deed& deed, Chance& chance) {
  const rules::Rulebook& book =
      deed.town.around(deed.standing, {}).rulebook_of(head_of(deed.standing), deed.now);
  const rules::ReplyCode& code = book.reply_codes[chance.pick(book.reply_codes.size())];
  ReplyFormally reply{.code = {code.code},
                      .text = {"您的建议收悉，现答复如下。"},
                      .signed_by = Line{"李样本"},
                      .contact = contact(deed, chance),
                      .promised_on = {},
                      .absences = absences(deed.standing)};
  if (code.promises) reply.promised_on = day_ahead(deed.now, 1, 30, chance);
  return reply;
}

Invited invited(const Deed& deed, Chance& chance) {
  const auto& deputies = deed.town.city().deputies;
  const std::size_t nth = chance.pick(deputies.size());
  return {{std::int64_t(nth) + 1}, deputies[nth].name, deputies[nth].code};
}

template <typename Sent>
void address(Sent& to, const Deed& deed, Chance& chance) {
  const Handling lead = unit_but({}, deed.town.city(), chance);
  to.unit = lead.unit;
  to.unit_name = lead.name;
  to.assisting = assistants(lead.unit, deed.town.city(), chance);
}

/// Whatever the deed's kind of input needs to be complete; what is not named here is words or
/// nothing.
struct Fill {
  rules::Action action;
  const Deed& deed;
  Chance& chance;

  void operator()(Words& to) const { to.text = words(chance); }
  void operator()(Why& to) const { to.reason = words(chance); }
  void operator()(Rate& to) const { to.score = any<rules::Score>(chance); }
  void operator()(ReturnRequested& to) const { to = papers(deed, chance); }
  void operator()(Assisted& to) const {
    const UnitId unit = deed.actor.viewer.unit;
    const Handling* named = deed.town.city().unit(unit);
    to = {words(chance), unit, named ? named->name : std::string()};
  }
  void operator()(Supplement& to) const { to.text = words(chance); }
  void operator()(Publish& to) const { to.title = {"老街路灯夜间不亮"}; }
  void operator()(PassOnOffice& to) const { to.office = any<rules::OfficeLevel>(chance); }
  void operator()(PassOnHotline& to) const {
    to.urgent = chance.one_in(10);
    // No message of the simulation says when it happened (message_of).
    if (chance.one_in(6)) to.fill.emplace().when = Line{"近一周"};
  }
  void operator()(CallNoted& to) const { to.text = words(chance); }
  void operator()(Rejection& to) const {
    to.reason = any<rules::Reason>(chance);
    to.text = words(chance);
  }
  void operator()(Accept& to) const { to = {handled(chance), chance.one_in(8)}; }
  void operator()(Record& to) const {
    to.category = rules::Category::praise;
    to.kind = any<rules::RecordKind>(chance);
    to.text = words(chance);
  }
  void operator()(LineAnswer& to) const { to = {rules::Category::consultation, words(chance)}; }
  void operator()(Earlier& to) const { to = earlier(action, deed, chance); }
  void operator()(ChangeCategory& to) const {
    to = {handled(chance), chance.one_in(4), words(chance)};
  }
  void operator()(Dispatched& to) const { address(to, deed, chance); }
  void operator()(Referred& to) const {
    address(to, deed, chance);
    to.difficulty = any<rules::Difficulty>(chance);
  }
  void operator()(RequestExtension& to) const { to = extension(deed, chance); }
  void operator()(Reply& to) const {
    to = {{"已派员到现场处理完毕。"},
          {"问题已经解决。"},
          contact(deed, chance),
          absences(deed.standing)};
  }
  void operator()(Promise& to) const {
    to = {words(chance),
          {"李样本"},
          day_ahead(deed.now, 1, 20, chance),
          contact(deed, chance),
          absences(deed.standing)};
  }
  void operator()(CallBack& to) const { to.outcome = outcome(chance); }
  void operator()(OpenSupervision& to) const { to = {words(chance), Line{"李样本"}}; }
  void operator()(Wording& to) const { to = wording(chance); }
  void operator()(Invited& to) const { to = invited(deed, chance); }
  void operator()(SignedJointly& to) const { to.deputy = deed.actor.viewer.deputy; }
  void operator()(TurnBack& to) const { to = {any<rules::BarReason>(chance), words(chance)}; }
  void operator()(ReplyFormally& to) const { to = formal_reply(deed, chance); }
  template <typename Other>
  void operator()(Other&) const {}
};

}  // namespace

Input input_of(rules::Action action, const Deed& deed, Chance& chance) {
  Input input = with_input_of(action, []<typename T>() -> Input { return T{}; });
  std::visit(Fill{action, deed, chance}, input);
  return input;
}

Send message_of(const Person& resident, const City& city, DeputyId deputy, Chance& chance) {
  constexpr std::string_view kMatters[] = {
      "路口的红绿灯从上周起一直是黄灯闪，接孩子的老人不敢走。",
      "小区夜里停水已经三天，没有人来修。", "楼下餐馆的油烟直排，窗户都不敢开。",
      "想问医保异地备案怎样办理。", "公交改线以后，老人看病要走两公里。"};
  const Deputy& to = city.deputy(deputy);
  return {.content = {.where = {"白沙洲街道工业大道"},
                      .what = {std::string(kMatters[chance.pick(std::size(kMatters))])},
                      .ask = {"请尽快处理。"}},
          .notice_version = "2026-1",
          .sender = {.number = {},
                     .resident = resident.viewer.person,
                     .deputy = deputy,
                     .deputy_name = to.name,
                     .deputy_code = to.code,
                     .station = to.station,
                     .station_name = to.station_name,
                     .region = to.region}};
}

Drafted suggestion_of(const Person& deputy, const Town& town, Chance& chance) {
  const Deputy& from = town.city().deputy(deputy.viewer.deputy);
  Drafted drafted{.wording = wording(chance),
                  .office = office_region(from.region, any<rules::OfficeLevel>(chance)),
                  .sources = {},
                  .author = {.deputy = deputy.viewer.deputy,
                             .deputy_name = from.name,
                             .deputy_code = from.code,
                             .station = from.station,
                             .station_name = from.station_name,
                             .region = from.region}};
  for (const std::int64_t id : town.open_cases()) {
    const auto* message = std::get_if<Message>(&town.at(id));
    if (message == nullptr || message->sender.deputy != deputy.viewer.deputy) continue;
    drafted.sources.push_back({{id}, message->head.number});
    break;
  }
  return drafted;
}

}  // namespace mashang::simulate
