// What a decision costs: the sending of a message, a unit's reply, and a callback after which the
// order closes and is archived by itself. The figure to hold is 5 µs for each.
#include <benchmark/benchmark.h>

#include <stdexcept>

#include "cases/decide.h"
#include "rules/lifecycle.h"
#include "sample_city.h"

namespace {

using namespace mashang;
using namespace mashang::cases;
using rules::Action;
using rules::CaseKind;
using rules::Role;

const desk::City& city() {
  static const desk::City city = bench::shipped_city();
  return city;
}

Surroundings around() {
  return {.rulebooks = city().regulation().rulebooks, .days = city().days()};
}

/// Before Spring Festival, so that due times have holidays to count over.
const Instant kStart = *parse_instant("2026-02-13T16:00+08:00");

Content content() {
  Content content;
  content.where = {"白沙洲街道工业大道与示例路路口"};
  content.what = {"路口的红绿灯从上周起东西方向一直是黄灯闪，接孩子的老人不敢走。"};
  content.ask = {"请尽快修好红绿灯。"};
  return content;
}

Sender sender() {
  return {.number = "LY20260213-000001",
          .resident = {1},
          .deputy = {2},
          .deputy_name = "王试一",
          .deputy_code = "D9RATC",
          .station = {3},
          .station_name = "白沙洲街道人大代表联络站",
          .region = "430406005"};
}

Command command(Role who, Action action, Input input) {
  return {action, {who, {7}, "李样本"}, std::move(input)};
}

Command send() {
  return command(Role::resident, Action::send,
                 Send{.content = content(), .notice_version = "2026-1", .sender = sender()});
}

Command reply() {
  return command(Role::unit, Action::reply,
                 Reply{.text = {"已派员到现场，更换信号机控制板，恢复正常。"},
                       .public_reply = {"信号灯已恢复正常。"},
                       .contact = {{"王试一"}, {"15400000002"}, kStart, rules::Score::satisfied}});
}

Command call_back() {
  return command(Role::callback, Action::call_back, CallBack{rules::Outcome::satisfied, {}});
}

Case after(const Case& standing, const Command& command) {
  auto decision = decide(standing, command, around(), kStart);
  if (!decision) throw std::logic_error(std::string(decision.error().code));
  return std::move(decision->after);
}

Case handled_order() {
  const Submit submit{.title = "红绿灯", .content = content(), .caller = sender(), .message = {1}};
  Case order = after(blank_case(CaseKind::order, 1), {Action::submit, Actor{}, submit});
  order = after(order, command(Role::reviewer, Action::accept, Accept{rules::Category::help}));
  order = after(order, command(Role::reviewer, Action::dispatch, Dispatched{{4}, "交警支队", {}}));
  return after(order, command(Role::unit, Action::sign_for, Nothing{}));
}

Case sent_message() { return after(blank_case(CaseKind::message, 1), send()); }

/// `to` is where the case must end, so that a refusal or half the way is never what is measured.
void decided(benchmark::State& state, const Case& standing, const Command& command,
             rules::State to) {
  const Surroundings surroundings = around();
  if (head_of(after(standing, command)).state != to) throw std::logic_error("it ended elsewhere");
  for (auto _ : state) benchmark::DoNotOptimize(decide(standing, command, surroundings, kStart));
}

void message_send(benchmark::State& state) {
  decided(state, blank_case(CaseKind::message, 1), send(), rules::State::with_deputy);
}
BENCHMARK(message_send);

void order_reply(benchmark::State& state) {
  decided(state, handled_order(), reply(), rules::State::replied);
}
BENCHMARK(order_reply);

void order_call_back(benchmark::State& state) {
  decided(state, after(handled_order(), reply()), call_back(), rules::State::archived);
}
BENCHMARK(order_call_back);

void options(benchmark::State& state, const Case& standing, Role role) {
  const Surroundings surroundings = around();
  for (auto _ : state) benchmark::DoNotOptimize(options_for(standing, role, surroundings, kStart));
}
void options_of_message(benchmark::State& state) { options(state, sent_message(), Role::deputy); }
BENCHMARK(options_of_message);
void options_of_order(benchmark::State& state) { options(state, handled_order(), Role::reviewer); }
BENCHMARK(options_of_order);

void judge(benchmark::State& state) {
  const rules::Facts facts;
  for (auto _ : state)
    benchmark::DoNotOptimize(rules::judge(rules::lifecycle_of(CaseKind::order),
                                          rules::State::handling, Role::unit, Action::reply,
                                          facts));
}
BENCHMARK(judge);

}  // namespace

BENCHMARK_MAIN();
