// Text2: a sentence in both languages of the pages. Whoever speaks to people says it twice.
#pragma once

#include <string>
#include <string_view>

namespace mashang {

/// A fixed text of the program or of its tables (static storage).
struct Text2 {
  std::string_view zh;
  std::string_view en;

  bool operator==(const Text2&) const = default;
};

/// A text put together at run time.
struct Text2s {
  std::string zh;
  std::string en;

  Text2s() = default;
  Text2s(std::string zh_text, std::string en_text)
      : zh(std::move(zh_text)), en(std::move(en_text)) {}
  Text2s(Text2 fixed) : zh(fixed.zh), en(fixed.en) {}

  bool operator==(const Text2s&) const = default;
};

}  // namespace mashang
