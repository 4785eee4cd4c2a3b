// Only the first cookie of a name counts: browsers send the one of the longest path first.
#include "http/cookies.h"

#include <algorithm>

namespace mashang::http {

std::string_view cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    std::string_view pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!pair.empty() && (pair.front() == ' ' || pair.front() == '\t')) pair.remove_prefix(1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    return pair.substr(equals + 1);
  }
  return {};
}

std::string set_cookie(const Cookie& cookie) {
  std::string out(cookie.name);
  out += '=';
  out += cookie.value;
  out += "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(cookie.lasts.count());
  if (cookie.secure) out += "; Secure";
  return out;
}

}  // namespace mashang::http
