// simulate: lives through weeks of small towns, each from its seed, or through the year of a city,
// and looks at every invariant after every step. Ends with 1 at the first breach.
#include <CLI/CLI.hpp>
#include <ctime>
#include <iostream>

#include "simulate/life.h"
#include "simulate/report.h"

namespace {

using namespace mashang::simulate;

struct Words {
  std::string data = MASHANG_DATA;
  std::string seeds = "1..100";
  int weeks = 8;
  int year = 0;
  std::int64_t orders = 500'000;
};

/// Of so many seeds one is lived twice, and both histories must be one.
constexpr std::uint64_t kTwiceEvery = 10;

/// Processor time, which what else runs on the machine does not change.
double seconds_used() { return double(std::clock()) / CLOCKS_PER_SEC; }

struct Range {
  std::uint64_t first = 1;
  std::uint64_t last = 1;
};

/// "7" or "1..100".
Range range_of(const std::string& text) {
  const std::size_t dots = text.find("..");
  const std::uint64_t first = std::stoull(text);
  return {first, dots == std::string::npos ? first : std::stoull(text.substr(dots + 2))};
}

/// One life; false when something broke, which is printed.
bool live(Life& life, std::uint64_t seed, int weeks) {
  try {
    life.live();
    return true;
  } catch (const Breach& breach) {
    print_breach(std::cout, seed, weeks, life, breach.invariant, breach.case_id, breach.what());
  } catch (const Contradiction& contradiction) {
    print_breach(std::cout, seed, weeks, life, "one case follows another", contradiction.case_id,
                 contradiction.what());
  }
  return false;
}

/// Lives it again and compares.
bool repeats(const Statutes& statutes, const Life& first, std::uint64_t seed, int weeks,
             Inspector& inspector) {
  Life second{statutes, seed, weeks, inspector};
  if (!live(second, seed, weeks)) return false;
  const bool same = first.history().digest() == second.history().digest();
  inspector.check(Whole::same_seed_same_history, same, 0,
                  "seed " + std::to_string(seed) + " gave two histories");
  return true;
}

int live_towns(const Words& words, const Statutes& statutes) {
  const Range seeds = range_of(words.seeds);
  Inspector inspector;
  Told told;
  std::uint64_t digest = 0;
  for (std::uint64_t seed = seeds.first; seed <= seeds.last; ++seed) {
    Life life{statutes, seed, words.weeks, inspector};
    if (!live(life, seed, words.weeks)) return 1;
    const bool twice = seeds.first == seeds.last || seed % kTwiceEvery == 0;
    if (twice && !repeats(statutes, life, seed, words.weeks, inspector)) return 1;
    told.add(life.told());
    digest = digest * 31 + life.history().digest();
  }
  const double seconds = seconds_used();
  print_invariants(std::cout, inspector);
  print_reach(std::cout, told);
  std::cout << "simulate: seeds " << seeds.first << " to " << seeds.last << ", " << words.weeks
            << " weeks each: " << told.cases_count << " cases, " << told.events_count << " events, "
            << told.refused_count << " refused attempts, " << told.restarts_count << " restarts, "
            << told.left_waiting_count << " suggestions left with a deputy whose term ended; "
            << std::int64_t(double(told.steps_count) / seconds) << " steps/s, " << seconds
            << " s, history " << std::hex << digest << "\n";
  return 0;
}

int live_year(const Words& words, const Statutes& statutes) {
  const YearPlan plan{.year = words.year, .orders_count = words.orders};
  Inspector inspector;
  Year year{statutes, plan, inspector};
  const YearTold& told = year.live();
  const double seconds = seconds_used();
  print_invariants(std::cout, inspector);
  print_year(std::cout, plan, told, seconds);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  Words words;
  CLI::App app{"Lives through weeks of small towns, or the year of a city, on invariants."};
  app.add_option("--seeds,--seed", words.seeds, "one seed, or the first and last: 1..100");
  app.add_option("--weeks", words.weeks, "how long each town lives")->check(CLI::Range(1, 104));
  app.add_option("--year", words.year, "the year of a city instead")->check(CLI::Range(2019, 2027));
  app.add_option("--orders", words.orders, "orders in that year")->check(CLI::Range(1, 10'000'000));
  app.add_option("--data", words.data, "the folder of the calendar and the rulebooks");
  CLI11_PARSE(app, count, arguments);
  try {
    const Statutes statutes = read_statutes(words.data);
    return words.year == 0 ? live_towns(words, statutes) : live_year(words, statutes);
  } catch (const std::exception& broken) {
    std::cout << "simulate: " << broken.what() << "\n";
    return 1;
  }
}
