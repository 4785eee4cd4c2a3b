// The language a reader asked for. Chinese unless English is clearly preferred.
#pragma once

#include <string>
#include <string_view>

#include "base/text2.h"

namespace mashang::http {

enum class Language { zh, en };

/// From an Accept-Language header.
Language language_of(std::string_view accept_language);

inline const std::string& in(Language language, const Text2s& text) {
  return language == Language::zh ? text.zh : text.en;
}

}  // namespace mashang::http
