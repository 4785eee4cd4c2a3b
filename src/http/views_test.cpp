// What each role reads on the page of a case that went the longest way (R70, R7), mark by mark.
#include "http/views.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::http {
namespace {

using desk::Person;
using rules::Action;
using rules::CaseKind;
using rules::Outcome;
using rules::Role;
using testing::HasSubstr;
using testing::Not;

/// Something that stands in the story once, so that it is found again on a page, or not.
struct Mark {
  std::string_view what;
  std::string_view text;
};

constexpr auto kPeopleMarks = std::to_array<Mark>({
    {"the resident's name", "张示例"},
    {"the resident's name, masked", "张*"},
    {"the resident's number", "15400000001"},
    {"the resident's number, masked", "154****0001"},
    {"the deputy's name", "王试一"},
    {"the deputy's number", "15400000002"},
    {"the unit's name", "交警支队"},
    {"the clerk's name: station", "许例三"},
    {"the clerk's name: office", "颜演示"},
    {"the clerk's name: reviewer", "唐样板"},
    {"the clerk's name: callback", "何示范"},
    {"the clerk's name: unit", "杨试一"},
});

constexpr auto kTextMarks = std::to_array<Mark>({
    {"what happened", "红绿灯坏了"},
    {"deputy to station", "请站里看看"},
    {"station's answer, as relayed", "站里说已报修"},
    {"deputy to office", "请联络机构看看"},
    {"office, giving back", "不属本机构"},
    {"deputy to hotline", "请尽快"},
    {"hotline's rejection", "没说清哪个路口"},
    {"hotline to unit", "请三日内办结"},
    {"unit's account, first", "已派维修班"},
    {"unit's public reply, first", "红绿灯已修"},
    {"callback's note", "对方说又灭了"},
    {"reviewer's reason for redo", "须彻底更换"},
    {"unit's account, last", "已换控制箱"},
    {"unit's public reply, last", "控制箱已更换"},
    {"deputy's words at the end", "这回真的好了"},
});

class ViewsTest : public desk::DeskTest {
 protected:
  Ref message_;
  Ref order_;

  void reject_once() {
    must(act(deputy(), message_, Action::pass_on_hotline, cases::PassOnHotline{}));
    const Ref order = order_of_message();
    must(act(staff("reviewer"), order, Action::reject,
             cases::Rejection{rules::Reason::not_concrete, {"没说清哪个路口。"}, {}}));
  }
  Ref order_of_message() {
    return reading([&](store::Connection& connection) {
      return Ref{CaseKind::order, store::order_of_message(connection, {message_.id})->value};
    });
  }
  void by_way_of_station_and_office() {
    must(act(deputy(), message_, Action::pass_on_station, cases::Note{{{"请站里看看。"}}}));
    must(act(staff("station"), message_, Action::answer, cases::Words{{"站里的话。"}}));
    must(act(deputy(), message_, Action::relay, cases::Words{{"站里说已报修。"}}));
    must(act(resident(), message_, Action::ask_again, cases::Words{{"还没修好。"}}));
    must(act(deputy(), message_, Action::pass_on_office,
             cases::PassOnOffice{{}, {{"请联络机构看看。"}}}));
    must(act(staff("county-office"), message_, Action::give_back, cases::Note{{{"不属本机构。"}}}));
  }
  void reply_with(const std::string& account, const std::string& open) {
    cases::Reply reply = this->reply();
    reply.text = {account};
    reply.public_reply = {open};
    must(act(staff("police"), order_, Action::reply, reply));
  }
  void by_way_of_hotline_and_unit() {
    must(act(deputy(), message_, Action::pass_on_hotline, cases::PassOnHotline{{{"请尽快。"}}}));
    order_ = order_of_message();
    must(act(staff("reviewer"), order_, Action::accept, cases::Accept{rules::Category::help}));
    must(act(staff("reviewer"), order_, Action::dispatch,
             cases::Dispatched{.unit = unit(), .note = {{"请三日内办结。"}}}));
    must(act(staff("police"), order_, Action::sign_for));
    reply_with("已派维修班。", "红绿灯已修。");
    must(act(staff("callback"), order_, Action::call_back,
             cases::CallBack{Outcome::dissatisfied, {{"对方说又灭了。"}}}));
    must(act(staff("reviewer"), order_, Action::redo, cases::Why{{"须彻底更换。"}}));
    reply_with("已换控制箱。", "控制箱已更换。");
    must(call_back(order_, Outcome::satisfied));
  }

  /// The result has come back and waits for the deputy.
  ViewsTest() {
    message_ = sent();
    by_way_of_station_and_office();
    reject_once();
    by_way_of_hotline_and_unit();
  }
  void relay() { must(act(deputy(), message_, Action::relay, cases::Words{{"这回真的好了。"}})); }

  /// Parts that are no accounts are played by whose part they are.
  Person person_of(Role role) {
    switch (rules::account_of(role)) {
      case Role::resident: return resident();
      case Role::deputy: return deputy();
      case Role::liaison_office: return staff("county-office");
      case Role::unit: return staff("police");
      default: return staff(rules::name_of(role));
    }
  }
  /// The whole page as its JSON, and its line in a list; empty when there is no such page.
  std::string page(const Person& person, Ref ref) {
    const auto reading = desk::read_case(desk(), person, ref.kind, ref.id);
    if (!reading) return "";
    const Glance glance{desk(), person, now, reading->part};
    return ref.kind == CaseKind::message
               ? to_json(message_view(glance, *reading)) + to_json(message_card(glance, *reading))
               : to_json(order_view(glance, *reading)) + to_json(order_card(glance, *reading));
  }
  std::string page(Role role, Ref ref) { return page(person_of(role), ref); }

  template <typename Marks>
  std::string rows(const Marks& marks, Ref ref, const std::vector<Role>& readers) {
    std::string text;
    for (const Mark& mark : marks) {
      text += rules::column("  " + std::string(mark.what), 34);
      for (const Role role : readers) {
        const bool found = page(role, ref).find(mark.text) != std::string::npos;
        text += rules::column(found ? "reads" : "-", 16);
      }
      text += "\n";
    }
    return text;
  }
  std::string table(const std::string& title, Ref ref) {
    std::vector<Role> readers;
    for (const Role role : rules::all_of<Role>())
      if (role != Role::system && rules::account_of(role) == role && !page(role, ref).empty())
        readers.push_back(role);
    std::string text = "\n" + rules::column(title, 34);
    for (const Role role : readers) text += rules::column(rules::name_of(role), 16);
    return text + "\n" + rows(kPeopleMarks, ref, readers) + rows(kTextMarks, ref, readers);
  }
};

TEST_F(ViewsTest, GoldenDisclosure) {
  std::string text =
      "What each role reads on a case's page. A role without a column has no such page.\n"
      "./dev bless renews this page; a changed cell is a changed right.\n";
  text += table("message, its result on its way", message_);
  text += table("order, archived", order_);
  relay();
  text += table("message, its result passed on", message_);
  rules::expect_golden("disclosure.txt", text);
}

TEST_F(ViewsTest, TheUnitNeverLearnsWhoWrote) {
  const std::string text = page(Role::unit, order_);
  for (const char* mark : {"张示例", "张*", "15400000001", "154****0001", "群众", "LY2026"})
    EXPECT_THAT(text, Not(HasSubstr(mark)));
  EXPECT_THAT(text, HasSubstr("王试一")) << "it speaks with the deputy";
  EXPECT_EQ(page(Role::unit, message_), "");
}

TEST_F(ViewsTest, NobodyReadsAWholeNumber) {
  for (const Role role : rules::all_of<Role>())
    for (const Ref& ref : {message_, order_})
      if (role != Role::system) {
        EXPECT_THAT(page(role, ref), Not(HasSubstr("15400000001"))) << rules::name_of(role);
      }
}

TEST_F(ViewsTest, TheResidentReadsTheResultWhenTheDeputyHasPassedItOn) {
  EXPECT_THAT(page(Role::resident, message_), Not(HasSubstr("控制箱已更换")));
  EXPECT_THAT(page(Role::deputy, message_), HasSubstr("控制箱已更换"));
  relay();
  EXPECT_THAT(page(Role::resident, message_), HasSubstr("这回真的好了"));
  EXPECT_THAT(page(Role::resident, message_), HasSubstr("\"relayed_from\":\"交警支队\""));
}

TEST_F(ViewsTest, NeitherResidentNorDeputyReadsAClerksName) {
  relay();
  for (const Role role : {Role::resident, Role::deputy})
    for (const Ref& ref : {message_, order_})
      for (const char* clerk : {"许例三", "颜演示", "唐样板", "何示范", "杨试一"})
        EXPECT_THAT(page(role, ref), Not(HasSubstr(clerk))) << rules::name_of(role);
}

TEST_F(ViewsTest, AStationsAnswerIsTheStationsNotItsClerks) {
  EXPECT_THAT(page(Role::resident, message_), HasSubstr("\"relayed_from\":\"示例街道联络站\""));
}

TEST_F(ViewsTest, AStrangerHasNoPage) {
  for (const Person& stranger :
       {resident("15400000011", "刘范例"), deputy("D3"), staff("other-station"),
        staff("other-office"), staff("city-office"), staff("housing"), staff("no-unit")})
    for (const Ref& ref : {message_, order_}) EXPECT_EQ(page(stranger, ref), "") << stranger.name;
}

TEST_F(ViewsTest, AnActionThatIsNotPossibleSaysWhyWithItsArticle) {
  const auto reading = desk::read_case(desk(), resident(), message_.kind, message_.id);
  ASSERT_TRUE(reading);
  const Person person = resident();
  const auto actions = actions_of({desk(), person, now}, *reading);
  ASSERT_FALSE(actions.empty());
  for (const ActionView& action : actions) {
    EXPECT_EQ(action.allowed, !action.why) << action.noun;
    EXPECT_EQ(action.why.has_value(), action.why && action.why->basis) << action.noun;
    EXPECT_THAT(action.href, testing::StartsWith("/api/v1/messages/1/"));
  }
}

TEST_F(ViewsTest, TheHolderOfAMessageAtTheHotlineIsWhoeverHasTheOrder) {
  const Ref message = sent();
  const Ref order = submitted(message);
  dispatched(order);
  const Person person = resident();
  const auto reading = desk::read_case(desk(), person, message.kind, message.id);
  const HolderView holder = holder_of({desk(), person, now}, *reading);
  EXPECT_EQ(holder.role, Role::unit);
  EXPECT_EQ(holder.name, "交警支队");
}

TEST_F(ViewsTest, AClockTellsWhyItRunsOutWhenItDoes) {
  now = cases::at("2026-09-30 09:00");
  const Ref message = sent();
  const Person person = deputy();
  const auto reading = desk::read_case(desk(), person, message.kind, message.id);
  const ClockView clock = clocks_of({desk(), person, now}, *reading).at(0);
  EXPECT_EQ(clock.limit.zh, "3个工作日");
  EXPECT_FALSE(clock.skipped.empty()) << "the National Day holiday is named";
  EXPECT_FALSE(clock.late);
  ASSERT_TRUE(clock.basis);
  EXPECT_TRUE(clock.basis->ours);
}

}  // namespace
}  // namespace mashang::http
