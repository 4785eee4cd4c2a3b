// Load: prepares what wrk sends, and says how fast the desk is without HTTP around it.
//   load fill FOLDER RESIDENTS MESSAGES   a city with messages; FOLDER/reads.tsv has a line "id
//                                         token" for each, FOLDER/senders.tsv one "token csrf
//                                         deputy" for each resident
//   load send FOLDER SECONDS              messages sent in a second, 64 on their way at a time
#include <chrono>
#include <fstream>
#include <iostream>

#include "sample_city.h"

namespace {

using namespace mashang;
using bench::SampleCity;

/// With one resident after the other sending; a number below this is nobody's limit.
constexpr int kSenderCount = 2000;

void fill(const std::filesystem::path& folder, int resident_count, int message_count) {
  SampleCity city(folder);
  const auto residents = city.residents(resident_count);
  std::vector<SampleCity::Session> sessions;
  std::ofstream senders(folder / "senders.tsv");
  for (int n = 0; n < resident_count; ++n) {
    sessions.push_back(city.open_session(residents[std::size_t(n)], n));
    senders << sessions.back().token << '\t' << sessions.back().csrf << '\t' << city.deputy_code(n)
            << '\n';
  }
  const auto ids = city.passed_on_messages(residents, message_count);
  std::ofstream reads(folder / "reads.tsv");
  for (std::size_t i = 0; i < ids.size(); ++i)
    reads << ids[i] << '\t' << sessions[i % sessions.size()].token << '\n';
}

double sent_per_second(const std::filesystem::path& folder, int seconds) {
  using Clock = std::chrono::steady_clock;
  SampleCity city(folder);
  const auto residents = city.residents(kSenderCount);
  const auto start = Clock::now();
  const auto end = start + std::chrono::seconds(seconds);
  const std::string run = std::to_string(start.time_since_epoch().count());
  const int sent = bench::keep_in_flight(
      [end](int) { return Clock::now() < end; },
      [&](int n, desk::Respond respond) {
        desk::send_message(city.desk(), residents[std::size_t(n) % residents.size()], city.draft(n),
                           {run + "-" + std::to_string(n), ""}, std::move(respond));
      });
  return sent / std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 4 && words[0] == "fill") {
    fill(words[1], std::stoi(words[2]), std::stoi(words[3]));
    return 0;
  }
  if (words.size() == 3 && words[0] == "send") {
    std::cout << sent_per_second(words[1], std::stoi(words[2])) << "\n";
    return 0;
  }
  std::cerr << "load fill FOLDER RESIDENTS MESSAGES | load send FOLDER SECONDS\n";
  return 2;
}
