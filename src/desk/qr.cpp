// One path of squares: small, sharp at any size, and printed without seams.
#include "desk/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace mashang::desk {
namespace {

constexpr int kQuietZone = 4;

std::string squares_of(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x)
      if ((code.data[y * code.width + x] & 1) != 0)
        path += "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) +
                "h1v1h-1z";
  return path;
}

}  // namespace

std::string qr_svg(std::string_view text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!code) throw std::runtime_error("the address is too long for a QR code");
  const std::string side = std::to_string(code->width + 2 * kQuietZone);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" "
         "fill=\"#fff\"/><path d=\"" +
         squares_of(*code) + "\"/></svg>";
}

std::string code_of_file(std::string_view file) {
  return std::string(file.substr(0, file.find(".svg")));
}

}  // namespace mashang::desk
