// Posters: a sheet of paper with the code of a station or a deputy, for its door. Invariant: one
// drawing serves PDF and SVG, on every size of paper.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/text2.h"

namespace mashang::desk {

enum class Paper { a4, a3 };

/// What stands on one sheet: Chinese large, English small below it.
struct Poster {
  std::string platform;            // whose it is, under the name of the whole
  std::string heading;             // the station or the deputy
  std::string below_heading;       // where the station is; of which levels the deputy
  Text2s call;                     // "scan to write ..."
  std::vector<Text2s> steps;       // what happens then, in order
  std::vector<std::string> facts;  // address, opening days
  Text2s emergency;
  std::string address;  // what the code says
};

/// One sheet after the other. Throws std::runtime_error when the drawing library fails.
std::string posters_pdf(std::span<const Poster> posters, Paper paper);
std::string poster_svg(const Poster& poster, Paper paper);

}  // namespace mashang::desk
