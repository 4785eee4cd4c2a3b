// Likeness of two texts by the pairs of neighbouring characters they share. It needs no dictionary
// and no word boundaries, which Chinese has none of. Invariant: from 0 (nothing shared) to 1.
#pragma once

#include <string_view>

namespace mashang {

/// How much of the shorter text `title` is found in the longer `text`. Latin letters count in
/// either case; blanks and punctuation do not count.
double likeness(std::string_view text, std::string_view title);

}  // namespace mashang
