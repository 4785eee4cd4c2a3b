// options_for(): the buttons of a page, each allowed or with the reason why not. A page that
// follows them is never refused for a reason that could have been known.
#include <algorithm>

#include "cases/cases_fixture.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::CaseKind;
using rules::Role;

/// "look+ answer+ relay-not_from_here": each action with what would come of it.
std::string options(const Case& standing, Role role, const std::string& when) {
  std::string text;
  for (const Option& option : options_for(standing, role, usual_surroundings(), at(when))) {
    const std::string why = option.refusal ? "-" + std::string(option.refusal->code) : "+";
    text += (text.empty() ? "" : " ") + rules::name_of(option.action) + why;
  }
  return text;
}

Play sent() {
  Play play;
  EXPECT_EQ(play.act(at("2026-11-24 09:00"), Role::resident, Action::send), "");
  return play;
}

TEST(OptionsFor, ADeputyWithANewMessage) {
  EXPECT_EQ(options(sent().message, Role::deputy, "2026-11-24 09:10"),
            "look+ answer+ ask_for_more+ pass_on_station+ pass_on_office+ pass_on_hotline+ "
            "note_call+ comment+ publish+ unpublish-published relay-not_from_here");
}

TEST(OptionsFor, ADeputyWhoHasLooked) {
  Play play = sent();
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::look), "");
  EXPECT_TRUE(options(play.message, Role::deputy, "2026-11-24 10:01")
                  .starts_with("look-not_looked_before answer+"));
}

TEST(OptionsFor, AResidentWhoseMessageIsOnItsWay) {
  Play play = sent();
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::pass_on_station), "");
  EXPECT_EQ(
      options(play.message, Role::resident, "2026-11-24 10:01"),
      "withdraw-not_from_here supplement-not_from_here rate-not_from_here ask_again-not_from_here");
}

TEST(OptionsFor, AReviewerWithANewOrder) {
  Play play = sent();
  ASSERT_EQ(play.act(at("2026-11-24 10:00"), Role::deputy, Action::pass_on_hotline), "");
  EXPECT_EQ(options(play.order, Role::reviewer, "2026-11-24 10:01"),
            "accept+ reject+ record+ answer_on_line+ append+ tell_result+ escalate+ link+ "
            "dispatch-not_from_here grant_return-not_from_here refuse_return-not_from_here "
            "grant_extension-not_from_here refuse_extension-not_from_here "
            "call_back-not_from_here redo-not_from_here supervise-not_from_here "
            "open_supervision-not_from_here change_category-not_from_here");
}

TEST(OptionsFor, NobodyElseHasAnyOnAnOrder) {
  const Case order = blank_case(CaseKind::order, 2);
  for (const Role role : {Role::resident, Role::station, Role::liaison_office})
    EXPECT_EQ(options(order, role, "2026-11-24 10:01"), "");
  EXPECT_EQ(options(order, Role::deputy, "2026-11-24 10:01"), "withdraw-not_from_here");
}

// R17, R19: before anything is handed in, whatever can be known is known.
TEST(OptionsFor, AUnitThatHasSignedFor) {
  Play play = sent();
  for (const auto& [who, action] : {std::pair{Role::deputy, Action::pass_on_hotline},
                                    {Role::reviewer, Action::accept},
                                    {Role::reviewer, Action::dispatch},
                                    {Role::unit, Action::sign_for}})
    ASSERT_EQ(play.act(at("2026-11-24 10:00"), who, action), "");
  EXPECT_EQ(options(play.order, Role::unit, "2026-11-24 10:01"),
            "reply+ request_return+ request_extension+ promise+ sign_for-not_from_here "
            "report_progress-not_from_here unit_call_back-not_from_here");
  EXPECT_EQ(options(play.order, Role::unit, "2026-11-26 09:00"),
            "reply+ request_return-return_window_open request_extension+ promise+ "
            "sign_for-not_from_here report_progress-not_from_here unit_call_back-not_from_here");
}

}  // namespace
}  // namespace mashang::cases
