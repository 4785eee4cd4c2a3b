// The words shown to people: every name of the vocabulary has one, in both languages, and no word
// is there that nothing is called by.
#include <map>
#include <set>

#include "base/json.h"
#include "base/utf8.h"
#include "rules/lifecycle.h"
#include "rules/notice_channel.h"
#include "rules/queues.h"
#include "rules/rulebook.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

using Words = std::map<std::string, std::string>;
using File = std::map<std::string, Words>;
using Names = std::set<std::string>;

File labels(const std::string& language) {
  const auto read = read_json<File>(file_text("data/labels/" + language + ".json"));
  EXPECT_TRUE(read) << language;
  return read ? *read : File{};
}

template <typename E>
Names names_of() {
  Names names;
  for (const E value : all_of<E>()) names.insert(name_of(value));
  return names;
}

Names stored_states() {
  Names names = names_of<State>();
  names.erase("blank");
  return names;
}

Names queue_names() {
  Names names;
  for (const Queue& queue : kQueues) names.insert(std::string(queue.name));
  return names;
}

std::map<std::string, Names> all_names() {
  return {{"state", stored_states()},
          {"action", names_of<Action>()},
          {"done", names_of<Action>()},
          {"role", names_of<Role>()},
          {"clock", names_of<Clock>()},
          {"category", names_of<Category>()},
          {"score", names_of<Score>()},
          {"outcome", names_of<Outcome>()},
          {"level", names_of<Level>()},
          {"queue", queue_names()},
          {"channel", names_of<Channel>()},
          {"deputy_status", names_of<DeputyStatus>()},
          {"holder", stored_states()},
          {"limit_class", names_of<LimitClass>()},
          {"kind", names_of<CaseKind>()},
          {"record_kind", names_of<RecordKind>()},
          {"supervision_cause", names_of<SupervisionCause>()},
          {"difficulty", names_of<Difficulty>()},
          {"mark", names_of<Mark>()},
          {"audience", names_of<Audience>()},
          {"notice", names_of<Voice>()},
          {"notice_channel", names_of<NoticeChannel>()},
          // WeChat is missing in two ways: the city has none, or the person did not come from it.
          {"channel_missing", {"push", "wechat", "wechat_account", "sms"}},
          {"poster",
           {"platform", "station_call", "deputy_call", "deputy", "step_1", "step_2", "step_3",
            "address", "open_days", "emergency"}}};
}

Names keys_of(const Words& words) {
  Names keys;
  for (const auto& [key, text] : words) {
    keys.insert(key);
    EXPECT_FALSE(text.empty()) << key;
  }
  return keys;
}

void expect_complete(const std::string& language) {
  const File file = labels(language);
  const auto expected = all_names();
  EXPECT_EQ(file.size(), expected.size());
  for (const auto& [group, names] : expected) {
    ASSERT_TRUE(file.contains(group)) << language << " " << group;
    EXPECT_EQ(keys_of(file.at(group)), names) << language << " " << group;
  }
}

bool has_slot(const std::string& text, const std::string& slot) {
  return text.find(slot) != std::string::npos;
}

/// Whether some row lets people, not the system, take the action.
bool taken_by_people(Action action) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind))
      if (row.action == action && !row.who.has(Role::system)) return true;
  return false;
}

TEST(Labels, AreCompleteInChinese) { expect_complete("zh"); }
TEST(Labels, AreCompleteInEnglish) { expect_complete("en"); }

TEST(Labels, ATimelineSentenceNamesWhoActedUnlessItWasTheSystem) {
  for (const std::string language : {"zh", "en"})
    for (const Action action : all_of<Action>()) {
      const std::string text = labels(language).at("done").at(name_of(action));
      EXPECT_EQ(has_slot(text, "{actor}"), taken_by_people(action)) << language << " " << text;
    }
}

TEST(Labels, BothLanguagesFillInTheSameNames) {
  const File zh = labels("zh"), en = labels("en");
  for (const auto& [state, text] : zh.at("holder"))
    EXPECT_EQ(has_slot(text, "{name}"), has_slot(en.at("holder").at(state), "{name}")) << state;
}

/// R7: where one unit or deputy holds the case, the page says which.
TEST(Labels, AHolderThatIsOneOfManyIsNamed) {
  const Words holders = labels("zh").at("holder");
  for (const State state : all_of<State>()) {
    const Role holder = holder_of(state);
    if (holder == Role::unit || holder == Role::deputy || holder == Role::station) {
      EXPECT_TRUE(has_slot(holders.at(name_of(state)), "{name}")) << name_of(state);
    }
  }
}

/// A message of WeChat has room for twenty characters, and a sentence that is cut says nothing.
TEST(Labels, ANoticeFitsIntoAMessageOfWechat) {
  constexpr std::size_t kCharactersMax = 20;
  const File zh = labels("zh");
  for (const auto& [voice, text] : zh.at("notice"))
    for (const auto& [kind, word] : zh.at("kind")) {
      std::string filled = text;
      filled.replace(filled.find("{kind}"), 6, word);
      EXPECT_LE(count_characters(filled), kCharactersMax) << voice << " " << filled;
    }
}

TEST(Labels, NoTwoStatesOfACaseAreCalledTheSame) {
  for (const std::string language : {"zh", "en"}) {
    const File file = labels(language);
    Names seen;
    for (const auto& [state, text] : file.at("state"))
      EXPECT_TRUE(seen.insert(text).second) << text;
  }
}

}  // namespace
}  // namespace mashang::rules
