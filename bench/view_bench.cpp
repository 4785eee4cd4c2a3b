// What reading costs behind HTTP: a message's view and a page of a queue, from the store to the
// text, and the check of the whole timeline.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include "desk/reads.h"
#include "http/paging.h"
#include "http/views.h"
#include "rules/queues.h"
#include "sample_city.h"
#include "store/verify.h"

namespace {

using namespace mashang;
using rules::CaseKind;

constexpr int kResidentCount = 50;
constexpr int kMessageCount = 500;

/// A city that is gone when the program ends.
struct Fixture {
  struct Folder {
    std::filesystem::path path;
    ~Folder() { std::filesystem::remove_all(path); }
  };

  Folder folder = [] {
    std::string name = (std::filesystem::temp_directory_path() / "mashang-bench-XXXXXX").string();
    return Folder{::mkdtemp(name.data())};
  }();
  bench::SampleCity city{folder.path};
  std::vector<desk::Person> residents = city.residents(kResidentCount);
  std::vector<std::int64_t> ids = city.passed_on_messages(residents, kMessageCount);

  desk::CaseReading reading() {
    return *desk::read_case(city.desk(), residents[0], CaseKind::message, ids[0]);
  }
  http::Glance glance() { return {city.desk(), residents[0], city.desk().now()}; }
};

Fixture& fixture() {
  static Fixture fixture;
  return fixture;
}

void read_message(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(fixture().reading());
}
BENCHMARK(read_message);

void message_view(benchmark::State& state) {
  const desk::CaseReading reading = fixture().reading();
  for (auto _ : state) benchmark::DoNotOptimize(http::message_view(fixture().glance(), reading));
}
BENCHMARK(message_view);

void message_json(benchmark::State& state) {
  const auto view = http::message_view(fixture().glance(), fixture().reading());
  for (auto _ : state) benchmark::DoNotOptimize(to_json(view));
  state.SetBytesProcessed(state.iterations() * std::int64_t(to_json(view).size()));
}
BENCHMARK(message_json);

/// The first twenty of a hotline reviewer's orders to review, as the console asks for them.
void queue_page(benchmark::State& state) {
  desk::Desk& desk = fixture().city.desk();
  const desk::Person reviewer{"李样本", "", {.role = rules::Role::reviewer, .person = {1}}};
  const rules::Queue* queue = rules::queue_of(rules::Role::reviewer, CaseKind::order, "review");
  for (auto _ : state) {
    const desk::Listing listing = desk::list_queue(desk, reviewer, *queue, std::nullopt, 20);
    http::Page<http::OrderCard> page;
    for (const desk::CaseReading& reading : listing.cases)
      page.items.push_back(http::order_card({desk, reviewer, desk.now()}, reading));
    benchmark::DoNotOptimize(to_json(page));
  }
}
BENCHMARK(queue_page);

void verify_event(benchmark::State& state) {
  std::int64_t events = 0;
  for (auto _ : state)
    fixture().city.desk().database.read(
        [&](store::Connection& connection) { events += store::verify(connection).event_count; });
  // Inverted, a rate is the time for one event.
  state.counters["each"] =
      benchmark::Counter(double(events), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(verify_event);

}  // namespace

BENCHMARK_MAIN();
