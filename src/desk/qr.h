// QR codes as SVG, with the quiet zone that scanners need.
#pragma once

#include <string>
#include <string_view>

namespace mashang::desk {

/// Error correction M; throws std::runtime_error when the text is too long for a code.
std::string qr_svg(std::string_view text);

/// "S7K3QF" of "S7K3QF.svg".
std::string code_of_file(std::string_view file);

}  // namespace mashang::desk
