// For tests only: cases that belong together, played through decide() with the rulebook and
// calendar as shipped. What the desk does between two cases (rules::kConsequences) is done here
// without a store.
#pragma once

#include <array>

#include "calendar/calendar_fixture.h"
#include "cases/consequence.h"
#include "cases/decide.h"
#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::cases {

inline const rules::Rulebooks& shipped_rulebooks() {
  static const rules::Rulebooks books = [] {
    auto read = rules::read_rulebook(rules::file_text("data/limits/hunan-hengyang-2022.toml"));
    EXPECT_TRUE(read) << read.error().en;
    return rules::Rulebooks{*std::move(read)};
  }();
  return books;
}

inline const calendar::WorkingDays& shipped_days() {
  static const calendar::WorkingDays days = calendar::shipped();
  return days;
}

/// R52: the calendar once the notice for 2027 is in. It is invented: 1 to 3 January are off, and
/// Sunday the 10th is worked for them.
inline const calendar::WorkingDays& days_with_2027() {
  static const calendar::WorkingDays days = [] {
    const auto day = [](std::string_view text) -> calendar::NamedDay {
      return {calendar::day(text), {"元旦", "New Year's Day"}};
    };
    auto notices = calendar::shipped_notices();
    notices.push_back({2027,
                       "示例〔2026〕1号",
                       calendar::day("2026-12-30"),
                       {day("2027-01-01"), day("2027-01-02"), day("2027-01-03")},
                       {day("2027-01-10")}});
    return calendar::WorkingDays{std::move(notices)};
  }();
  return days;
}

/// The people and units of the plays.
inline constexpr PersonId kResident{11}, kOtherResident{31};
inline constexpr DeputyId kDeputy{12}, kSignatory{21}, kSecondSignatory{22};
inline constexpr UnitId kUnit{14}, kAssistant{15}, kSecondAssistant{16}, kOtherUnit{17};

inline Surroundings usual_surroundings() {
  return {.rulebooks = shipped_rulebooks(), .days = shipped_days()};
}

/// "2026-11-24 09:00", as people write it; 24:00 is the end of the day.
inline Instant at(std::string text) {
  text.replace(text.find(' '), 1, "T");
  return parse_instant(text + "+08:00").value();
}

inline Sender usual_sender() {
  return {.number = "LY-1",
          .resident = kResident,
          .deputy = kDeputy,
          .deputy_name = "王试一",
          .station = {13},
          .region = "430406005"};
}

inline Contact contact_at(Instant now) { return {{"王试一"}, {"15400000001"}, now, {}}; }

inline Wording usual_wording() {
  return {{"关于改造老旧路口信号灯的建议"}, {"全城老旧路口的信号灯常坏。"}, {"建议分三年更换。"}};
}

/// Puts in what an action needs when nothing is said about it; one function for each input that
/// does need something.
struct UsualInput {
  Instant now;

  void operator()(Send& to) const {
    to.sender = usual_sender();
    to.content.what = {"路口的红绿灯坏了。"};
  }
  void operator()(Publish& to) const { to.title = {"路口红绿灯常坏"}; }
  void operator()(Dispatched& to) const {
    to.unit = kUnit;
    to.unit_name = "交警支队";
  }
  void operator()(Referred& to) const {
    to.unit = kUnit;
    to.unit_name = "交警支队";
  }
  void operator()(ReturnRequested& to) const {
    to = {{Prose{"不属本单位职责。"}, kOtherUnit, Prose{"职责清单第三条"}, Line{"赵领导"},
           std::vector<AttachmentId>{{5}}},
          "城管局"};
  }
  void operator()(Assisted& to) const { to.unit = kAssistant; }
  void operator()(Record& to) const { to.category = rules::Category::praise; }
  void operator()(RequestExtension& to) const { to.until = day_of(now) + std::chrono::days{7}; }
  void operator()(Reply& to) const {
    to.public_reply = {"已修好。"};
    to.contact = contact_at(now);
  }
  void operator()(Promise& to) const {
    to.until = day_of(now) + std::chrono::days{30};
    to.contact = contact_at(now);
  }
  void operator()(ReplyFormally& to) const {
    to.code = {"A"};
    to.signed_by = Line{"赵领导"};
    to.contact = contact_at(now);
  }
  void operator()(Wording& to) const { to = usual_wording(); }
  void operator()(Drafted& to) const {
    to.wording = usual_wording();
    to.office = "430400";
    to.author = {.number = "JY-1", .deputy = kDeputy, .deputy_name = "王试一"};
  }
  void operator()(Invited& to) const { to = {kSignatory, "赵试二", "D21"}; }
  void operator()(SignedJointly& to) const { to.deputy = kSignatory; }
  void operator()(auto&) const {}
};

inline Input usual_input(rules::Action action, Instant now) {
  Input input = with_input_of(action, []<typename T>() -> Input { return T{}; });
  std::visit(UsualInput{now}, input);
  return input;
}

inline bool takes(rules::CaseKind kind, rules::Role who, rules::Action action) {
  for (const rules::Transition& row : rules::lifecycle_of(kind))
    if (row.action == action && row.who.has(who)) return true;
  return false;
}

inline bool knows(rules::CaseKind kind, rules::Action action) {
  for (const rules::Transition& row : rules::lifecycle_of(kind))
    if (row.action == action) return true;
  return false;
}

/// One message, its order and the suggestion that may come of it; and perhaps a second message with
/// its order, of the same person or of another (R16).
class Play {
 public:
  Case message = blank_case(rules::CaseKind::message, 1);
  Case order = blank_case(rules::CaseKind::order, 2);
  Case suggestion = blank_case(rules::CaseKind::suggestion, 3);
  Case second_message = blank_case(rules::CaseKind::message, 4);
  Case second_order = blank_case(rules::CaseKind::order, 5);
  std::vector<Event> events;  // of all cases, as they happened
  const calendar::WorkingDays* days = &shipped_days();
  bool deputy_gone = false;  // R1

  Case& of(rules::CaseKind kind, bool second = false) {
    if (kind == rules::CaseKind::message) return second ? second_message : message;
    if (kind == rules::CaseKind::order) return second ? second_order : order;
    return suggestion;
  }
  std::array<Case*, 5> all() {
    return {&message, &order, &suggestion, &second_message, &second_order};
  }
  rules::State state(rules::CaseKind kind, bool second = false) {
    return head_of(of(kind, second)).state;
  }

  Surroundings around() const {
    return {.rulebooks = shipped_rulebooks(),
            .days = *days,
            .deputy_active = !deputy_gone,
            .deputy_gone = deputy_gone};
  }

  /// Takes an action in that case; the refusal's code, or nothing.
  std::string act_on(Case& standing, Instant now, rules::Role who, rules::Action action,
                     const Input& input, Surroundings around) {
    look_around(around, standing, who, action, input);
    const Actor actor{.role = who, .person = {}, .name = rules::name_of(who)};
    auto decided = decide(standing, {action, actor, input}, around, now);
    if (!decided) return std::string(decided.error().code);
    take(standing, *std::move(decided), now);
    return "";
  }

  /// In the case that the action is about.
  std::string act(Instant now, rules::Role who, rules::Action action, const Input& input,
                  const Surroundings& around) {
    return act_on(of(kind_for(who, action)), now, who, action, input, around);
  }
  std::string act(Instant now, rules::Role who, rules::Action action, const Input& input) {
    return act(now, who, action, input, around());
  }
  std::string act(Instant now, rules::Role who, rules::Action action) {
    return act(now, who, action, usual_input(action, now));
  }

  void time_passes(Instant now, const Surroundings& around) {
    for (Case* one : all()) take(*one, run_by_itself(*one, around, now), now);
  }
  void time_passes(Instant now) { time_passes(now, around()); }

  /// R52: the notice for 2027 comes in, and every case is counted again.
  void notice_comes_in(Instant now) {
    days = &days_with_2027();
    for (Case* one : all()) take(*one, recount(*one, around(), now), now);
  }

  /// The kind of case in which this role may take the action now, else ever, else anybody.
  rules::CaseKind kind_for(rules::Role who, rules::Action action, bool second = false) {
    rules::CaseKind best{};
    int most = -1;
    for (const rules::CaseKind kind : rules::all_of<rules::CaseKind>()) {
      const rules::State from = state(kind, second);
      const auto* row = rules::find(rules::lifecycle_of(kind), from, action);
      const bool began = !rules::is_start(from);
      const int fit = row != nullptr && row->who.has(who)
                          ? 4
                          : (began && knows(kind, action) ? 2 : 0) + int(takes(kind, who, action));
      if (fit > most) best = kind;
      most = std::max(most, fit);
    }
    return best;
  }

  /// R16: what may be known of the other of the two orders.
  Earlier earlier_than(const Case& standing) {
    const auto& other = std::get<Order>(other_than(standing));
    return {.order = {other.head.id},
            .number = other.head.number,
            .matter = other.matter ? other.matter : OrderId{other.head.id},
            .result = other.replies.empty() ? other.outcome : other.replies.back().public_reply,
            .unit_name = other.work.unit_name,
            .note = {}};
  }

 private:
  Case& other_than(const Case& standing) { return &standing == &order ? second_order : order; }

  /// What the desk looks up for a command: who acts, and what the other cases are.
  void look_around(Surroundings& around, const Case& standing, rules::Role who,
                   rules::Action action, const Input& input) {
    if (who == rules::Role::unit) around.actor_unit = kUnit;
    if (const auto* part = std::get_if<Assisted>(&input)) around.actor_unit = part->unit;
    if (const auto* with = std::get_if<SignedJointly>(&input)) around.actor_deputy = with->deputy;
    around.others_words = {std::get<Message>(message).content.what.value};
    const auto* earlier = std::get_if<Earlier>(&input);
    if (earlier != nullptr && std::holds_alternative<Order>(standing))
      look_at_earlier(around, std::get<Order>(standing), std::get<Order>(other_than(standing)),
                      *earlier, action);
  }

  /// R16: an order is appended to one of the same person, and linked with anybody's.
  static void look_at_earlier(Surroundings& around, const Order& own, const Order& other,
                              const Earlier& earlier, rules::Action action) {
    const bool there = !rules::is_start(other.head.state) && other.head.id == earlier.order.value;
    const bool same_person = own.caller.resident == other.caller.resident;
    around.earlier_known = there && (action == rules::Action::link || same_person);
    around.earlier_open = rules::is_open(other.head.state);
    around.earlier_answered = !earlier.result.empty();
  }

  void take(Case& standing, Decision decision, Instant now) {
    standing = std::move(decision.after);
    for (const Event& event : decision.events) {
      events.push_back(event);
      for (const rules::Consequence& row : rules::kConsequences)
        if (row.kind == event.kind && row.action == event.action) follow(row, standing, event, now);
    }
  }

  void follow(const rules::Consequence& row, Case& from, const Event& event, Instant now) {
    for (Case* target : targets(row, from)) {
      const Input input = input_for(from, event, row.then, "No. " + std::to_string(next_id_));
      auto decided = decide(*target, {row.then, Actor{}, input}, around(), now);
      ASSERT_TRUE(decided) << rules::name_of(row.then) << ": " << decided.error().code;
      take(*target, *std::move(decided), now);
    }
  }

  std::vector<Case*> targets(const rules::Consequence& row, Case& from) {
    if (row.then == rules::Action::submit)
      return {begin(&from == &message ? order : second_order, row.then_kind)};
    if (row.then == rules::Action::propose) return {begin(suggestion, row.then_kind)};
    if (row.then_kind == rules::CaseKind::order) return {&other_than(from)};
    std::vector<Case*> waiting;
    for (const MessageId id : std::get<Order>(from).messages())
      waiting.push_back(head_of(message).id == id.value ? &message : &second_message);
    return waiting;
  }

  Case* begin(Case& place, rules::CaseKind kind) {
    place = blank_case(kind, next_id_++);
    return &place;
  }

  std::int64_t next_id_ = 6;
};

}  // namespace mashang::cases
