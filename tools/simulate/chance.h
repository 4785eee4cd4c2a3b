// Chance: the only source of randomness here. Invariant: the same seed gives the same numbers with
// every compiler and library, so that a history can be lived again.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mashang::simulate {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  /// Evenly from 0 to below - 1; `below` is not 0.
  std::size_t pick(std::size_t below) { return std::size_t(next() % below); }
  int number(int least, int most) { return least + int(pick(std::size_t(most - least + 1))); }
  bool one_in(int many) { return pick(std::size_t(many)) == 0; }
  bool percent(int share) { return int(pick(100)) < share; }

 private:
  /// SplitMix64.
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
  }

  std::uint64_t state_;
};

}  // namespace mashang::simulate
