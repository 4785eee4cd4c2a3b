// For tests only: the desk of a small sample city, with the labels, limits and calendar as shipped,
// and a time that the test moves. Everything is asked and answered as in the server, one after
// another.
#pragma once

#include <future>

#include "cases/cases_fixture.h"
#include "desk/message_send.h"
#include "desk/set_up.h"
#include "desk/sign_in.h"
#include "store/account_store.h"
#include "store/case_store.h"
#include "store/order_store.h"
#include "store/reference_store.h"
#include "store/testing.h"

namespace mashang::desk {

/// Two counties, each with a township and its station; one deputy of the first does not serve.
inline CityFile sample_city_file() {
  using rules::DeputyStatus;
  using rules::Level;
  using rules::Role;
  return {
      .name = {"衡阳市", "Hengyang"},
      .code = "430400",
      .notice = {"2026-1", {"告知", "Notice"}, {"告知书", "The notice"}},
      .emergency = {},
      .regions = {{"430400", "衡阳市", std::nullopt},
                  {"430406", "雁峰区", "430400"},
                  {"430406005", "示例街道", "430406"},
                  {"430422", "衡南县", "430400"},
                  {"430422111", "样例镇", "430422"}},
      .stations = {{"S1",
                    "示例街道联络站",
                    "430406005",
                    "示例路1号",
                    {.weekdays = {{3}}, .from = "15:00", .to = "17:00"}},
                   {"S2",
                    "样例镇联络站",
                    "430422111",
                    "样例路2号",
                    {.market = {{2, 5, 8}}, .from = "8:30", .to = "11:00", .any_day = true}}},
      .units = {{"交警支队", UnitKind::department, "430400"},
                {"住建局", UnitKind::department, "430400"}},
      .deputies =
          {{"D1", "王试一", "15400000002", "S1", {Level::county}, DeputyStatus::active, "教师"},
           {"D2", "王范例", "15400000003", "S1", {Level::county}, DeputyStatus::suspended, "医生"},
           {"D3", "李样本", "15400000004", "S2", {Level::city}, DeputyStatus::active, "工人"}},
      .staff = {{"reviewer", "唐样板", Role::reviewer},
                {"callback", "何示范", Role::callback},
                {"supervisor", "彭示二", Role::supervisor},
                {"administrator", "段样四", Role::administrator},
                {"station", "许例三", Role::station, {}, "S1"},
                {"other-station", "易拟名", Role::station, {}, "S2"},
                {"county-office", "颜演示", Role::liaison_office, {}, {}, "430406"},
                {"other-office", "曾设一", Role::liaison_office, {}, {}, "430422"},
                {"city-office", "龙演二", Role::liaison_office, {}, {}, "430400"},
                {"police", "杨试一", Role::unit, {}, {}, {}, "交警支队"},
                {"housing", "何样板", Role::unit, {}, {}, {}, "住建局"},
                {"no-unit", "胡模拟", Role::unit}}};
}

inline City make_sample_city() {
  static const Labels labels = [] {
    auto read = Labels::read(rules::file_text("data/labels/zh.json"),
                             rules::file_text("data/labels/en.json"));
    EXPECT_TRUE(read);
    return *std::move(read);
  }();
  static const std::vector<calendar::Notice> notices = calendar::shipped_notices();
  return City{.file = sample_city_file(),
              .labels = labels,
              .templates = {{{"收到", "Received"}, {"您的留言收到了。", "Your message has come."}}},
              .rulebook_toml = rules::file_text("data/limits/hunan-hengyang-2022.toml"),
              .in_force = std::make_unique<RegulationInForce>(
                  Regulation(cases::shipped_rulebooks(), notices))};
}

inline const City& sample_city() {
  static const City city = make_sample_city();
  return city;
}

class DeskTest : public testing::Test {
 protected:
  using Ref = store::CaseRef;

  Instant now = cases::at("2026-11-24 09:00");  // a Tuesday
  Instant machine = now;
  std::vector<Change> told;

  DeskTest() {
    open();
    set_up_city(desk());
  }

  Desk& desk() { return *desk_; }
  /// As when the server is stopped and started again.
  void reopen() {
    desk_.reset();
    database_.reset();
    open();
  }

  template <typename Work>
  auto reading(Work work) {
    return database_->read(std::move(work));
  }
  template <typename Work>
  auto writing(Work work) {
    return written(database_->write(std::move(work)));
  }

  Person resident(const std::string& phone = "15400000001", const std::string& name = "张示例") {
    const PersonId id = writing([&](store::Connection& connection) {
      const auto known = store::find_person_by_phone(connection, rules::Role::resident, phone);
      if (known) return known->id;
      return store::add_person(
          connection,
          {.role = rules::Role::resident, .name = name, .phone = phone, .created_at = now});
    });
    return *load_person(desk(), id);
  }
  Person deputy(const std::string& code = "D1") {
    return *load_person(desk(), reading([&](store::Connection& connection) {
                          return store::find_deputy(connection, code)->person;
                        }));
  }
  Person staff(const std::string& login) {
    return *load_person(desk(), reading([&](store::Connection& connection) {
                          return store::find_person_by_login(connection, login)->id;
                        }));
  }
  UnitId unit(const std::string& name = "交警支队") {
    return reading([&](store::Connection& connection) {
      return store::list_units(connection, name).at(0).id;
    });
  }

  MessageDraft draft() {
    return {.deputy = "D1",
            .content = {.where = {"示例路口"}, .what = {"红绿灯坏了。"}, .ask = {"请修好。"}},
            .notice_version = "2026-1"};
  }
  Once fresh_key() { return {"key-" + std::to_string(++keys_), "digest"}; }

  Answer send(const Person& who, MessageDraft draft, Once once) {
    return wait_for([&](Respond respond) {
      send_message(desk(), who, std::move(draft), std::move(once), std::move(respond));
    });
  }
  Answer send(const Person& who, MessageDraft draft) {
    return send(who, std::move(draft), fresh_key());
  }
  Answer act(const Person& who, ActRequest request) {
    return wait_for(
        [&](Respond respond) { desk::act(desk(), who, std::move(request), std::move(respond)); });
  }
  /// Acts on the case as it stands, with a fresh key.
  Answer act(const Person& who, Ref of, rules::Action action,
             cases::Input input = cases::Nothing{}) {
    return act(who, {of.kind, of.id, version(of), action, std::move(input), fresh_key()});
  }

  cases::Case standing(Ref ref) {
    return reading([&](store::Connection& connection) {
      return *store::load_case(connection, ref.kind, ref.id);
    });
  }
  cases::Message message(Ref ref) { return std::get<cases::Message>(standing(ref)); }
  cases::Order order(Ref ref) { return std::get<cases::Order>(standing(ref)); }
  rules::State state(Ref ref) { return cases::head_of(standing(ref)).state; }
  std::int64_t version(Ref ref) { return cases::head_of(standing(ref)).version; }

  // The usual way of a message, a stretch at a time.
  Ref sent() { return {rules::CaseKind::message, must(send(resident(), draft())).id}; }
  Ref submitted(Ref message) {
    must(act(deputy(), message, rules::Action::pass_on_hotline, cases::PassOnHotline{}));
    return reading([&](store::Connection& connection) {
      return Ref{rules::CaseKind::order, store::order_of_message(connection, {message.id})->value};
    });
  }
  void dispatched(Ref order) {
    must(act(staff("reviewer"), order, rules::Action::accept,
             cases::Accept{rules::Category::complaint}));
    must(act(staff("reviewer"), order, rules::Action::dispatch, cases::Dispatched{.unit = unit()}));
  }
  cases::Reply reply() {
    return {.text = {"已派人更换灯具。"},
            .public_reply = {"红绿灯已修好。"},
            .contact = {.person = {"王试一"}, .number = {"15400000002"}, .at = now}};
  }
  void replied(Ref order) {
    must(act(staff("police"), order, rules::Action::sign_for));
    must(act(staff("police"), order, rules::Action::reply, reply()));
  }
  Answer call_back(Ref order, rules::Outcome outcome) {
    return act(staff("callback"), order, rules::Action::call_back, cases::CallBack{outcome});
  }

  static Done must(Answer answer) {
    EXPECT_TRUE(answer) << "denied: " << int(answer.error().why) << " "
                        << answer.error().refusal.code << answer.error().detail;
    return answer ? *answer : Done{};
  }
  static Denied::Why denied(const Answer& answer) {
    EXPECT_FALSE(answer) << "nothing was denied";
    return answer ? Denied::Why::fault : answer.error().why;
  }
  /// The code of the rule that said no.
  static std::string refused(const Answer& answer) {
    EXPECT_EQ(denied(answer), Denied::Why::refused);
    return answer ? std::string() : std::string(answer.error().refusal.code);
  }

 private:
  template <typename Start>
  Answer wait_for(Start start) {
    std::promise<Answer> promise;
    start([&promise](Answer answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
  }

  void open() {
    database_.emplace(store::DatabaseSettings{.folder = folder_.path(), .reader_count = 1});
    desk_.emplace(Desk{.database = *database_,
                       .city = city_,
                       .attachment_files = database_->attachments(),
                       .now = [this] { return now; },
                       .machine_time = [this] { return machine; },
                       .tell =
                           [this](const std::vector<Change>& changes) {
                             told.insert(told.end(), changes.begin(), changes.end());
                           }});
  }

  store::TestFolder folder_;
  const City city_ = make_sample_city();  // its own, since a test may change the regulation
  std::optional<store::Database> database_;
  std::optional<Desk> desk_;
  int keys_ = 0;
};

}  // namespace mashang::desk
