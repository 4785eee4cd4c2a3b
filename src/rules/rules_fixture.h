// For tests only: every enumerator with its name, the project's files, and golden files: text that
// is printed from the tables and committed, so that a changed right shows as a changed cell.
#pragma once

#include <gtest/gtest.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace mashang::rules {

template <typename E>
std::vector<E> all_of() {
  std::vector<E> values;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto one) { values.push_back(one.value); });
  return values;
}

template <typename E>
std::string name_of(E value) {
  return boost::describe::enum_to_string(value, "?");
}

inline std::string file_text(const std::string& path) {
  std::ifstream file{MASHANG_ROOT "/" + path, std::ios::binary};
  EXPECT_TRUE(file) << path << " can't be opened";
  return {std::istreambuf_iterator<char>{file}, {}};
}

inline std::string without_trailing_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out.resize(out.find_last_not_of(' ') + 1);
    out += c;
  }
  return out;
}

/// Compares with tests/golden/<name>, or writes it anew when MASHANG_BLESS is set (./dev bless).
inline void expect_golden(const std::string& name, const std::string& printed) {
  const std::string text = without_trailing_blanks(printed);
  const std::string path = "tests/golden/" + name;
  if (std::getenv("MASHANG_BLESS") != nullptr) {
    std::ofstream file{MASHANG_ROOT "/" + path, std::ios::binary};
    file << text;
    return;
  }
  EXPECT_EQ(file_text(path), text) << "If this is what you want: ./dev bless";
}

/// The word, filled up with blanks to a column of `width`.
inline std::string column(std::string word, std::size_t width) {
  if (word.size() < width) word.resize(width, ' ');
  return word;
}

}  // namespace mashang::rules
