// What a resident is shown while he writes: open published matters of the station, and no others.
#include "desk/matters.h"

#include <gmock/gmock.h>

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

using rules::Action;
using testing::ElementsAre;
using testing::IsEmpty;

class MattersTest : public DeskTest {
 protected:
  Ref published(const std::string& title, std::optional<cases::Position> at = {}) {
    MessageDraft draft = this->draft();
    draft.position = at;
    const Ref ref{rules::CaseKind::message, must(send(resident(), draft)).id};
    must(act(deputy(), ref, Action::publish, cases::Publish{{title}}));
    return ref;
  }
  std::vector<std::string> titles(const std::string& text, std::optional<LatLng> at = {}) {
    std::vector<std::string> all;
    for (const MatterCard& card : find_matters(desk(), {draft().deputy, text, at}))
      all.push_back(card.title);
    return all;
  }
  Answer join(MessageId matter, const std::string& deputy_code = "") {
    MessageDraft draft = this->draft();
    if (!deputy_code.empty()) draft.deputy = deputy_code;
    draft.joins = matter;
    return send(resident("15400000011", "刘范例"), draft);
  }
};

TEST_F(MattersTest, TheLikestComesFirstAndTheUnlikeNotAtAll) {
  published("老街路灯不亮");
  published("老街路面坑洼");
  published("河边垃圾没人清运");
  EXPECT_THAT(titles("老街的路灯不亮了"), ElementsAre("老街路灯不亮", "老街路面坑洼"));
  EXPECT_THAT(titles("公交车等太久"), IsEmpty());
}

TEST_F(MattersTest, TheNearOneComesBeforeTheFarOneAndDistancesAreRough) {
  published("路灯不亮", cases::Position{26.95, 112.6});
  published("路灯不亮了", cases::Position{26.9003, 112.6});
  const auto found = find_matters(desk(), {draft().deputy, "路灯不亮", LatLng{26.9, 112.6}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "路灯不亮了");
  EXPECT_EQ(found[0].distance_m, 100) << "never nearer than that";
  EXPECT_EQ(found[1].distance_m, 5600);
}

TEST_F(MattersTest, WhatIsClosedOrTakenBackIsNotShown) {
  const Ref withdrawn = published("路灯不亮");
  must(act(resident(), withdrawn, Action::withdraw, cases::Withdraw{}));
  const Ref hidden = published("路灯不亮");
  must(act(deputy(), hidden, Action::unpublish));
  EXPECT_THAT(titles("路灯不亮"), IsEmpty());
}

TEST_F(MattersTest, ThreeAreEnough) {
  for (int i = 0; i < 5; ++i) published("路灯不亮");
  EXPECT_EQ(titles("路灯不亮").size(), 3u);
}

TEST_F(MattersTest, WhoJoinsIsCountedAndKeepsWhatHeJoined) {
  const Ref first = published("路灯不亮");
  const Done done = must(join({first.id}));
  const auto joins = message({done.kind, done.id}).joins;
  ASSERT_TRUE(joins);
  EXPECT_EQ(joins->message, MessageId{first.id});
  EXPECT_EQ(joins->title, "路灯不亮");
  EXPECT_EQ(find_matters(desk(), {draft().deputy, "路灯", {}}).at(0).neighbours, 2);
}

TEST_F(MattersTest, OnlyWhatIsShownIsJoined) {
  const Ref hidden = sent();
  EXPECT_EQ(refused(join({hidden.id})), "joinable");
  EXPECT_EQ(refused(join({999})), "joinable");
  const Ref gone = published("路灯不亮");
  must(act(resident(), gone, Action::withdraw, cases::Withdraw{}));
  EXPECT_EQ(refused(join({gone.id})), "joinable");
}

TEST_F(MattersTest, ThePageOfTheFirstIsMadeAnewWhenSomebodyJoins) {
  const Ref first = published("路灯不亮");
  told.clear();
  must(join({first.id}));
  ASSERT_FALSE(told.empty());
  EXPECT_THAT(told.front().messages, ElementsAre(MessageId{first.id}));
}

}  // namespace
}  // namespace mashang::desk
