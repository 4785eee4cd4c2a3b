// The small stores: the city, its people, their sessions, attachments, and what was answered
// before.
#include <gmock/gmock.h>

#include "store/attachment_store.h"
#include "store/city_fixture.h"
#include "store/counter_store.h"
#include "store/idempotency_store.h"
#include "store/outbox_store.h"
#include "store/session_store.h"
#include "store/setting_store.h"

namespace mashang::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

using CityStoreTest = CityTest;

TEST_F(CityStoreTest, FindsStationsByPartOfTheirNameOrAddress) {
  const auto found = [&](Search search) { return list_stations(connection, search).size(); };
  EXPECT_EQ(found({}), 1U);
  EXPECT_EQ(found({.text = "示例街", .where = "430406", .after = {}}), 1U);
  EXPECT_EQ(found({.text = "路1号", .where = {}, .after = {}}), 1U);
  EXPECT_EQ(found({.text = "%", .where = {}, .after = {}}), 0U)
      << "a percent sign stands for itself";
  EXPECT_EQ(found({.text = {}, .where = "430407", .after = {}}), 0U);
  EXPECT_EQ(found({.text = {}, .where = {}, .after = "S1"}), 0U);
  EXPECT_EQ(find_station(connection, "S1")->township.name, "示例街道");
  EXPECT_EQ(find_station(connection, city.station)->county.name, "雁峰区");
}

TEST_F(CityStoreTest, FindsADeputyByAllThatNamesHim) {
  EXPECT_EQ(find_deputy(connection, "D1")->id, city.deputy);
  EXPECT_EQ(find_deputy(connection, city.deputy)->code, "D1");
  EXPECT_EQ(find_deputy_by_phone(connection, "15400000002")->id, city.deputy);
  EXPECT_EQ(find_deputy_of_person(connection, city.deputy_person)->id, city.deputy);
  EXPECT_THAT(find_deputy(connection, city.deputy)->levels,
              ElementsAre(rules::Level::city, rules::Level::county));
  EXPECT_EQ(list_deputies(connection, {.text = "王", .where = "S1", .after = {}}).size(), 1U);
  EXPECT_EQ(list_deputies(connection, {.text = "李", .where = {}, .after = {}}).size(), 0U);
}

TEST_F(CityStoreTest, CountsDeputiesByTheirStatus) {
  using enum rules::DeputyStatus;
  EXPECT_EQ(count_deputies(connection, city.station, active), 1);
  set_deputy_status(connection, city.deputy, suspended);
  EXPECT_EQ(count_deputies(connection, city.station, active), 0);
}

TEST_F(CityStoreTest, FindsPeopleByPhoneWithinTheirRole) {
  EXPECT_EQ(find_person_by_phone(connection, rules::Role::resident, "15400000001")->id,
            city.resident);
  EXPECT_FALSE(find_person_by_phone(connection, rules::Role::resident, "15400000002"));
  EXPECT_EQ(fault_of([&] {
              add_person(connection, sample_person(rules::Role::resident, "王试二", "15400000001"));
            }).kind(),
            FaultKind::constraint);
  disable_person(connection, city.resident, kStart + 1h);
  EXPECT_EQ(find_person(connection, city.resident)->disabled_at, kStart + 1h);
}

TEST_F(CityStoreTest, ForgetsASessionWhenItsTimeIsOver) {
  add_session(connection, {"hash", city.resident, "csrf", kStart, kStart, kStart + 1h});
  EXPECT_EQ(find_session(connection, "hash", kStart)->person, city.resident);
  EXPECT_FALSE(find_session(connection, "hash", kStart + 1h));
  EXPECT_EQ(forget_expired_sessions(connection, kStart + 1h - 1ms), 0);
  EXPECT_EQ(forget_expired_sessions(connection, kStart + 1h), 1);
}

TEST_F(CityStoreTest, KeepsOneCodeAPhone) {
  put_sign_in_code(connection, {"15400000001", "a", kStart, kStart + 5min, 0, kStart, 1});
  count_try(connection, "15400000001");
  EXPECT_EQ(find_sign_in_code(connection, "15400000001")->tries, 1);
  put_sign_in_code(connection, {"15400000001", "b", kStart + 1min, kStart + 6min, 0, kStart, 2});
  EXPECT_EQ(find_sign_in_code(connection, "15400000001")->code_hash, "b");
  use_up_code(connection, "15400000001");
  EXPECT_EQ(find_sign_in_code(connection, "15400000001")->code_hash, "");
  EXPECT_EQ(find_sign_in_code(connection, "15400000001")->sent_in_hour, 2);
}

TEST_F(CityStoreTest, LetsOnlyTheUploaderUseAAttachmentAndOnlyOnce) {
  const std::string hash(64, 'a');
  const AttachmentId id = add_attachment(
      connection,
      {{}, AttachmentKind::photo, hash, "image/jpeg", 5, 2, 1, 0, city.resident, kStart, {}});
  const std::array ids{id};
  EXPECT_TRUE(attachments_usable(connection, ids, city.resident));
  EXPECT_FALSE(attachments_usable(connection, ids, city.clerk));
  use_attachments(connection, ids, {rules::CaseKind::message, 4});
  EXPECT_FALSE(attachments_usable(connection, ids, city.resident));
  EXPECT_EQ(find_attachment(connection, id)->used_in, (CaseRef{rules::CaseKind::message, 4}));
  EXPECT_THAT(forget_unused_attachments(connection, kStart + 1h), IsEmpty());
}

TEST_F(CityStoreTest, ForgetsUnusedAttachmentsButNoBytesThatAreStillUsed) {
  const std::string shared(64, 'a');
  const std::string alone(64, 'b');
  const AttachmentId used = add_attachment(
      connection,
      {{}, AttachmentKind::photo, shared, "image/png", 5, 2, 1, 0, city.resident, kStart, {}});
  add_attachment(
      connection,
      {{}, AttachmentKind::photo, shared, "image/png", 5, 2, 1, 0, city.clerk, kStart, {}});
  add_attachment(
      connection,
      {{}, AttachmentKind::photo, alone, "image/png", 5, 2, 1, 0, city.clerk, kStart, {}});
  use_attachments(connection, std::array{used}, {rules::CaseKind::message, 4});
  EXPECT_THAT(forget_unused_attachments(connection, kStart + 1h), ElementsAre(alone));
}

TEST_F(CityStoreTest, KeepsTheAttachmentsBytes) {
  const AttachmentFiles files(folder.path() / "attachments");
  const std::string hash(64, 'a');
  const std::string bytes("\xff\xd8\0x", 4);
  EXPECT_EQ(files.read(hash), std::nullopt);
  files.keep(hash, bytes);
  files.keep(hash, bytes);
  EXPECT_EQ(files.read(hash), bytes);
  files.remove(hash);
  EXPECT_EQ(files.read(hash), std::nullopt);
  EXPECT_EQ(fault_of([&] { (void)files.read("../mashang.db"); }).kind(), FaultKind::bug);
}

TEST_F(CityStoreTest, RemembersAnAnswerByOwnerAndKey) {
  remember(connection, "person 1", "key", {"request", "answer"}, kStart);
  EXPECT_EQ(find_remembered(connection, "person 1", "key")->answer, "answer");
  EXPECT_FALSE(find_remembered(connection, "person 2", "key"));
  EXPECT_EQ(forget_remembered(connection, kStart), 0);
  EXPECT_EQ(forget_remembered(connection, kStart + 1h), 1);
}

TEST_F(CityStoreTest, CountsAndSets) {
  EXPECT_EQ(next_number(connection, "a"), 1);
  EXPECT_EQ(next_number(connection, "a"), 2);
  EXPECT_EQ(next_number(connection, "b"), 1);
  EXPECT_EQ(find_setting(connection, "notice"), std::nullopt);
  put_setting(connection, "notice", "1");
  put_setting(connection, "notice", "2");
  EXPECT_EQ(find_setting(connection, "notice"), "2");
}

TEST_F(CityStoreTest, GivesOutWhatIsDueTheLongestWaitingFirst) {
  sent_message(connection, city).save(connection);
  Outgoing outgoing;
  outgoing.event_seq = 1;
  outgoing.target = "deputy:1";
  outgoing.next_at = kStart + 1h;
  const std::int64_t later = add_outgoing(connection, outgoing);
  outgoing.next_at = kStart;
  const std::int64_t first = add_outgoing(connection, outgoing);
  EXPECT_EQ(outgoing_due(connection, kStart, 10).size(), 1U);
  const auto due = outgoing_due(connection, kStart + 1h, 10);
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due[0].id, first);
  EXPECT_EQ(due[1].id, later);
  EXPECT_EQ(due[1].target, "deputy:1");
}

}  // namespace
}  // namespace mashang::store
