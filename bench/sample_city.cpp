// Phone numbers of sample residents: 194 and eight digits.
#include "sample_city.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include "base/machine_time.h"
#include "base/sha256.h"
#include "desk/set_up.h"
#include "desk/sign_in.h"
#include "store/account_store.h"
#include "store/reference_store.h"
#include "store/session_store.h"

namespace mashang::bench {
namespace {

using rules::Action;
using rules::Role;
using store::Connection;

std::string phone_of(int n) {
  std::string digits = std::to_string(n);
  digits.insert(0, 8 - digits.size(), '0');
  return "194" + digits;
}

store::Person known_or_added(Connection& connection, int n, Instant now) {
  if (auto known = store::find_person_by_phone(connection, Role::resident, phone_of(n)))
    return *std::move(known);
  store::Person person{
      .role = Role::resident, .name = "张示例", .phone = phone_of(n), .created_at = now};
  person.id = store::add_person(connection, person);
  return person;
}

desk::Once once(const std::string& what, int n) { return {what + std::to_string(n), ""}; }

}  // namespace

desk::City shipped_city() {
  auto city = desk::read_city(MASHANG_ROOT "/data", "hengyang", "hunan-hengyang-2022");
  if (!city) throw std::runtime_error(city.error());
  return *std::move(city);
}

SampleCity::SampleCity(const std::filesystem::path& folder)
    : city_(shipped_city()),
      database_({.folder = folder}),
      desk_{.database = database_,
            .city = city_,
            .attachment_files = database_.attachments(),
            .now = machine_now,
            .machine_time = machine_now,
            .tell = [](const std::vector<desk::Change>&) {}} {
  desk::set_up_city(desk_);
  for (const desk::DeputyRow& row : city_.file.deputies) {
    if (row.status != rules::DeputyStatus::active) continue;
    const auto deputy = database_.read(
        [&](Connection& connection) { return store::find_deputy(connection, row.code); });
    active_.push_back(row);
    deputies_.push_back(*desk::load_person(desk_, deputy->person));
  }
}

std::vector<desk::Person> SampleCity::residents(int count) {
  const Instant now = desk_.now();
  const auto accounts = desk::written(database_.write([&](Connection& connection) {
    std::vector<store::Person> all;
    for (int n = 0; n < count; ++n) all.push_back(known_or_added(connection, n, now));
    return all;
  }));
  std::vector<desk::Person> residents;
  for (const store::Person& account : accounts)
    residents.push_back({.name = account.name,
                         .phone = *account.phone,
                         .viewer = {.role = Role::resident, .person = account.id}});
  return residents;
}

SampleCity::Session SampleCity::open_session(const desk::Person& resident, int n) {
  const Session session{sha256_hex("token" + std::to_string(n)).substr(0, 43),
                        sha256_hex("csrf" + std::to_string(n)).substr(0, 24)};
  const Instant now = desk_.machine_time();
  desk::written(database_.write([&](Connection& connection) {
    store::add_session(connection, {.token_hash = sha256_hex(session.token),
                                    .person = resident.viewer.person,
                                    .csrf = session.csrf,
                                    .created_at = now,
                                    .seen_at = now,
                                    .expires_at = now + std::chrono::hours(24)});
    return true;
  }));
  return session;
}

const std::string& SampleCity::deputy_code(int n) const {
  return active_[std::size_t(n) % active_.size()].code;
}

desk::MessageDraft SampleCity::draft(int n) const {
  desk::MessageDraft draft{.deputy = deputy_code(n), .notice_version = city_.file.notice.version};
  draft.content.when = cases::Line{"上周三起，每天早晚高峰最乱"};
  draft.content.where = {"白沙洲街道工业大道与示例路路口"};
  draft.content.what = {
      "路口的红绿灯从上周起东西方向一直是黄灯闪，早晚高峰车子抢着过，接孩子的老人不敢走。"};
  draft.content.before = cases::Prose{"打过一次电话，说会转告，没有下文"};
  draft.content.ask = {"请尽快修好红绿灯，修好前派人在高峰时指挥。"};
  return draft;
}

std::vector<std::int64_t> SampleCity::passed_on_messages(const std::vector<desk::Person>& residents,
                                                         int count) {
  std::vector<std::int64_t> ids(std::size_t(count), 0);
  const auto go_on = [count](int n) { return n < count; };
  const auto deputy = [this](int n) { return deputies_[std::size_t(n) % deputies_.size()]; };
  keep_in_flight(go_on, [&](int n, desk::Respond respond) {
    desk::send_message(desk_, residents[std::size_t(n) % residents.size()], draft(n),
                       once("send ", n), [&ids, n, respond](desk::Answer answer) {
                         if (answer) ids[std::size_t(n)] = answer->id;
                         respond(std::move(answer));
                       });
  });
  const auto all_act = [&](std::int64_t version, Action action, const cases::Input& input) {
    keep_in_flight(go_on, [&](int n, desk::Respond respond) {
      desk::act(desk_, deputy(n),
                {.kind = rules::CaseKind::message,
                 .id = ids[std::size_t(n)],
                 .version = version,
                 .action = action,
                 .input = input,
                 .once = once("act " + std::to_string(version) + " ", n)},
                std::move(respond));
    });
  };
  all_act(1, Action::look, cases::Nothing{});
  all_act(2, Action::pass_on_hotline, cases::PassOnHotline{.note = cases::Prose{"请优先安排。"}});
  return ids;
}

namespace {

/// So many people, each of whom starts the next thing as soon as the last is answered. That happens
/// on the writer's own thread: a thread in between would be measured too.
class Crowd {
 public:
  Crowd(const std::function<bool(int)>& go_on, const std::function<void(int, desk::Respond)>& start)
      : go_on_(go_on), start_(start) {}

  int run() {
    for (int i = 0; i < kInFlight; ++i) step();
    std::unique_lock lock(mutex_);
    all_left_.wait(lock, [this] { return left_ == kInFlight; });
    if (denied_) throw std::runtime_error("the desk denied what the sample people did");
    return answered_;
  }

 private:
  void step() {
    const int n = next_++;
    if (denied_ || !go_on_(n)) return leave();
    start_(n, [this](const desk::Answer& answer) {
      if (answer)
        ++answered_;
      else
        denied_ = true;
      step();
    });
  }

  void leave() {
    // Told under the lock: once the last has left, all of this may be gone.
    const std::lock_guard lock(mutex_);
    ++left_;
    all_left_.notify_one();
  }

  const std::function<bool(int)>& go_on_;
  const std::function<void(int, desk::Respond)>& start_;
  std::atomic<int> next_ = 0;
  std::atomic<int> answered_ = 0;
  std::atomic<bool> denied_ = false;
  std::mutex mutex_;
  std::condition_variable all_left_;
  int left_ = 0;
};

}  // namespace

int keep_in_flight(const std::function<bool(int)>& go_on,
                   const std::function<void(int, desk::Respond)>& start) {
  return Crowd(go_on, start).run();
}

}  // namespace mashang::bench
