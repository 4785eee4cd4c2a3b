// Trace ids have to be different, not secret, so a fast generator per thread makes them.
#include "http/trace.h"

#include <random>

#include "base/random.h"

namespace mashang::http {
namespace {

std::uint64_t next_number() {
  thread_local std::mt19937_64 generator = [] {
    std::uint64_t seed = 0;
    fill_random({reinterpret_cast<unsigned char*>(&seed), sizeof seed});
    return std::mt19937_64(seed);
  }();
  // A span or trace of zero means "none" to the standard.
  return generator() | 1;
}

void append_hex(std::string& out, std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[number >> shift & 15];
}

std::optional<std::uint64_t> hex_number(std::string_view text) {
  std::uint64_t number = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(c >= 'a' && c <= 'f')) return std::nullopt;
    number = number << 4 | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
  }
  return number;
}

/// "00-<32 digits>-<16 digits>-<2 digits>"; later versions may only add to its end.
std::optional<Trace> parse(std::string_view text) {
  if (text.size() < 55 || text.substr(0, 2) == "ff") return std::nullopt;
  if (text[2] != '-' || text[35] != '-' || text[52] != '-') return std::nullopt;
  const auto high = hex_number(text.substr(3, 16));
  const auto low = hex_number(text.substr(19, 16));
  const auto parent = hex_number(text.substr(36, 16));
  if (!high || !low || !parent || (*high | *low) == 0 || *parent == 0) return std::nullopt;
  return Trace{*high, *low, 0};
}

}  // namespace

std::string Trace::id() const {
  std::string out;
  out.reserve(32);
  append_hex(out, id_high);
  append_hex(out, id_low);
  return out;
}

std::string Trace::header() const {
  std::string out = "00-" + id() + "-";
  append_hex(out, span);
  return out + "-01";
}

Trace trace_of(std::string_view traceparent) {
  Trace trace = parse(traceparent).value_or(Trace{});
  if ((trace.id_high | trace.id_low) == 0) trace = {next_number(), next_number(), 0};
  trace.span = next_number();
  return trace;
}

}  // namespace mashang::http
