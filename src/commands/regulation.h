// The regulation in words: every row of the tables as one sentence, state by state, for officials
// who read it beside the law.
#pragma once

#include <string>

#include "base/text2.h"
#include "desk/city.h"

namespace mashang::commands {

/// Picks one language of a text.
using Tongue = std::string Text2s::*;

/// A Markdown page.
std::string regulation_text(const desk::City& city, Tongue tongue);

}  // namespace mashang::commands
