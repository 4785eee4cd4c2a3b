// The pages: the phone app at /m/, the console at /console/, and the short addresses of QR codes.
#pragma once

#include <filesystem>

#include "http/route.h"

namespace mashang::http {

/// `web` has mobile/ and console/, as built. An absent one answers 404.
void add_page_routes(RouteTable& table, const std::filesystem::path& web);

}  // namespace mashang::http
