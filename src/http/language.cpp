// Accept-Language is a list of tags with weights ("en-GB,en;q=0.8,zh;q=0.5"); the first of the
// heaviest that we speak wins.
#include "http/language.h"

#include <algorithm>
#include <optional>

namespace mashang::http {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Weight in thousandths; what can't be read weighs nothing.
int weight_of(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return 1000;
  const std::string_view number = trimmed(parameters.substr(q + 2));
  if (number.empty() || number[0] < '0' || number[0] > '1') return 0;
  int weight = (number[0] - '0') * 1000;
  int unit = 100;
  for (std::size_t i = 2; i < number.size() && unit > 0; ++i, unit /= 10) {
    if (number[1] != '.' || number[i] < '0' || number[i] > '9') return 0;
    weight += (number[i] - '0') * unit;
  }
  return std::min(weight, 1000);
}

std::optional<Language> spoken(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (primary.size() != 2) return std::nullopt;
  const char first = static_cast<char>(primary[0] | 0x20);
  const char second = static_cast<char>(primary[1] | 0x20);
  if (first == 'z' && second == 'h') return Language::zh;
  if (first == 'e' && second == 'n') return Language::en;
  return std::nullopt;
}

}  // namespace

Language language_of(std::string_view accept_language) {
  Language best = Language::zh;
  int best_weight = 0;
  while (!accept_language.empty()) {
    const std::size_t end = std::min(accept_language.find(','), accept_language.size());
    const std::string_view item = accept_language.substr(0, end);
    accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const auto language = spoken(trimmed(item.substr(0, semicolon)));
    const int weight = weight_of(item.substr(semicolon));
    if (!language || weight <= best_weight) continue;
    best = *language;
    best_weight = weight;
  }
  return best;
}

}  // namespace mashang::http
