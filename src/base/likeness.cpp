// A pair of characters is one number, so that two sets of pairs are compared as sorted numbers.
#include "base/likeness.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/utf8.h"

namespace mashang {
namespace {

bool is_letter(char32_t c) {
  const bool latin = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
  const bool punctuation = c < 0xC0 || (c >= 0x2000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0);
  return latin || !punctuation;
}

/// The pairs of neighbours; what stands between two letters parts them.
std::vector<std::uint64_t> pairs_of(std::string_view text) {
  std::vector<std::uint64_t> pairs;
  char32_t before = 0;
  while (!text.empty()) {
    const auto taken = take_character(text);
    // A broken byte parts what stands around it.
    if (!taken) text.remove_prefix(1);
    char32_t c = taken.value_or(0);
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (!is_letter(c)) c = 0;
    if (c != 0 && before != 0) pairs.push_back(std::uint64_t{before} << 32 | c);
    before = c;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

double likeness(std::string_view text, std::string_view title) {
  const auto wanted = pairs_of(title);
  if (wanted.empty()) return 0;
  const auto there = pairs_of(text);
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(wanted, there, std::back_inserter(shared));
  return double(shared.size()) / double(wanted.size());
}

}  // namespace mashang
