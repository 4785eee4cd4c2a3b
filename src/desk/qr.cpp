// One path of squares: small, sharp at any size, and printed without seams.
#include "desk/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace mashang::desk {
namespace {

std::string path_of(const QrSquares& code) {
  std::string path;
  for (int y = 0; y < code.side; ++y)
    for (int x = 0; x < code.side; ++x)
      if (code.at(x, y))
        path += "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) +
                "h1v1h-1z";
  return path;
}

}  // namespace

QrSquares qr_squares(std::string_view text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!code) throw std::runtime_error("the address is too long for a QR code");
  QrSquares squares{code->width, {}};
  const int count = code->width * code->width;
  squares.dark.reserve(std::size_t(count));
  for (int i = 0; i < count; ++i) squares.dark.push_back((code->data[i] & 1) != 0);
  return squares;
}

std::string qr_svg(std::string_view text) {
  const QrSquares code = qr_squares(text);
  const std::string side = std::to_string(code.side + 2 * kQuietZone);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" "
         "fill=\"#fff\"/><path d=\"" +
         path_of(code) + "\"/></svg>";
}

std::string code_of_file(std::string_view file) {
  return std::string(file.substr(0, file.find(".svg")));
}

}  // namespace mashang::desk
