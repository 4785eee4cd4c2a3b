// Where a rule comes from. Every row of every table carries one; `Basis::ours` marks our own
// choice, and whoever reads the printed regulation sees that mark. The texts are in law/, one
// heading each.
#pragma once

#include <boost/describe/enum.hpp>
#include <string_view>

#include "base/text2.h"

namespace mashang::rules {

/// How well the source is known: the text itself was read, an excerpt or report of it was, it was
/// told in the founding interview, or there is none and the choice is ours.
enum class Basis { read, excerpt, interview, ours };
BOOST_DESCRIBE_ENUM(Basis, read, excerpt, interview, ours)

/// `instrument` is a file of law/ without its ending, `article` a heading's anchor in it.
struct Citation {
  std::string_view instrument;
  std::string_view article;
  Basis basis;
  Text2 title;
};

}  // namespace mashang::rules
