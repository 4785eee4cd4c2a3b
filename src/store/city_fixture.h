// For the tests of this folder only: a city of one station, one deputy and one unit, and cases that
// move through it. The events are written by hand: here it is their storing that is tested.
#pragma once

#include "cases/case.h"
#include "store/account_store.h"
#include "store/case_store.h"
#include "store/migrations.h"
#include "store/reference_store.h"
#include "store/testing.h"

namespace mashang::store {

inline constexpr Instant kStart = instant_from_millis(1'795'500'000'123);

struct SampleCity {
  PersonId resident;
  PersonId deputy_person;
  PersonId clerk;
  StationId station;
  DeputyId deputy;
  UnitId unit;

  static SampleCity build(Connection& connection);
};

inline Person sample_person(rules::Role role, std::string name, std::string phone) {
  Person person;
  person.role = role;
  person.name = std::move(name);
  person.phone = std::move(phone);
  person.created_at = kStart;
  return person;
}

inline SampleCity SampleCity::build(Connection& c) {
  const Region county{"430406", "雁峰区", "430400"};
  const Region township{"430406005", "示例街道", "430406"};
  add_region(c, {"430400", "衡阳市", std::nullopt});
  add_region(c, county);
  add_region(c, township);
  SampleCity city;
  city.station =
      add_station(c, {{}, "S1", "示例街道代表联络站", township, county, "示例路1号", "{}"});
  city.unit = add_unit(c, {{}, "市住建局", "department", "430400"});
  city.resident = add_person(c, sample_person(rules::Role::resident, "张示例", "15400000001"));
  city.deputy_person = add_person(c, sample_person(rules::Role::deputy, "王试一", "15400000002"));
  city.clerk = add_person(c, sample_person(rules::Role::reviewer, "李样本", "15400000003"));
  city.deputy = add_deputy(c, {.id = {},
                               .code = "D1",
                               .person = city.deputy_person,
                               .name = "王试一",
                               .phone = "15400000002",
                               .station = city.station,
                               .levels = {rules::Level::city, rules::Level::county},
                               .status = rules::DeputyStatus::active,
                               .about = "教师"});
  return city;
}

/// A case on its way: each step is applied and remembered until it is saved.
struct Journey {
  cases::Case standing;
  std::vector<cases::Event> events = {};

  const cases::CaseHead& head() const { return cases::head_of(standing); }

  Journey& step(rules::Action action, rules::State to, cases::Input input, Instant at,
                cases::Actor actor, const std::vector<rules::Clock>& stopped = {},
                std::vector<cases::ClockRun> started = {}) {
    std::vector<cases::RunKey> stops;
    for (const rules::Clock clock : stopped)
      if (const cases::ClockRun* run = head().running(clock)) stops.push_back({clock, run->nth});
    const cases::Event event{.kind = head().kind,
                             .case_id = head().id,
                             .version = head().version + 1,
                             .at = at,
                             .actor = std::move(actor),
                             .action = action,
                             .from = head().state,
                             .to = to,
                             .input = std::move(input),
                             .stopped = std::move(stops),
                             .started = std::move(started)};
    cases::apply(standing, event);
    events.push_back(event);
    return *this;
  }

  std::optional<std::int64_t> save(Connection& connection) {
    const auto first = save_case(connection, standing, events);
    events.clear();
    return first;
  }
};

inline cases::ClockRun sample_clock(rules::Clock clock, int nth, Instant start,
                                    std::chrono::hours length) {
  return {.clock = clock,
          .nth = nth,
          .started_at = start,
          .half_at = start + length / 2,
          .four_fifths_at = start + length * 4 / 5,
          .due_at = start + length,
          .provisional = false,
          .length = "3 working days",
          .mode = calendar::Mode::A,
          .basis = "hengyang-2022 limits",
          .stopped_at = std::nullopt};
}

inline cases::Content sample_content() {
  cases::Content content;
  content.where.value = "示例路与样本街路口";
  content.what.value = "路灯坏了三个星期,\"晚上\"看不见路。\n就这些";
  content.ask.value = "请修好路灯";
  return content;
}

inline cases::Sender sample_sender(const SampleCity& city, std::string number) {
  return {.number = std::move(number),
          .resident = city.resident,
          .deputy = city.deputy,
          .deputy_name = "王试一",
          .deputy_code = "D1",
          .station = city.station,
          .station_name = "示例街道代表联络站",
          .region = "430406005"};
}

/// A message just sent, its look_limit running for `length`.
inline Journey sent_message(Connection& connection, const SampleCity& city,
                            std::chrono::hours length = std::chrono::hours{72}) {
  const std::int64_t id = new_case_id(connection, rules::CaseKind::message);
  const cases::Send send{.content = sample_content(),
                         .attachments = {},
                         .position = cases::Position{26.9, 112.6},
                         .notice_version = "2026-1",
                         .sender = sample_sender(city, "M" + std::to_string(id))};
  Journey journey{cases::blank_case(rules::CaseKind::message, id)};
  journey.step(rules::Action::send, rules::State::with_deputy, send, kStart,
               {rules::Role::resident, city.resident, "张示例"}, {},
               {sample_clock(rules::Clock::look_limit, 1, kStart, length)});
  return journey;
}

/// An order just submitted out of that message.
inline Journey submitted_order(Connection& connection, const SampleCity& city,
                               std::int64_t message) {
  const std::int64_t id = new_case_id(connection, rules::CaseKind::order);
  cases::Submit submit;
  submit.title = "路灯";
  submit.content = sample_content();
  submit.caller = sample_sender(city, "W" + std::to_string(id));
  submit.message = MessageId{message};
  Journey journey{cases::blank_case(rules::CaseKind::order, id)};
  journey.step(rules::Action::submit, rules::State::submitted, submit, kStart, {}, {},
               {sample_clock(rules::Clock::review_limit, 1, kStart, std::chrono::hours{24})});
  return journey;
}

/// A database with the city in it, which the tests write to on a connection of their own.
class CityTest : public testing::Test {
 protected:
  TestFolder folder;
  Connection connection{folder.path() / "test.db", Connection::Access::read_write};
  SampleCity city = (migrate(connection), SampleCity::build(connection));
};

}  // namespace mashang::store
