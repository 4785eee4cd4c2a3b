// QR codes, as squares to draw and as SVG with the quiet zone that scanners need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mashang::desk {

/// White squares around a code, without which scanners don't find it.
inline constexpr int kQuietZone = 4;

/// A code without its quiet zone: `side` rows of `side` squares, true where dark.
struct QrSquares {
  int side = 0;
  std::vector<bool> dark;

  bool at(int x, int y) const { return dark[std::size_t(y * side + x)]; }
};

/// Error correction M; throws std::runtime_error when the text is too long for a code.
QrSquares qr_squares(std::string_view text);

/// The same as a picture.
std::string qr_svg(std::string_view text);

/// "S7K3QF" of "S7K3QF.svg".
std::string code_of_file(std::string_view file);

}  // namespace mashang::desk
