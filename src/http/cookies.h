// Cookies in (RFC 6265) and out. Ours are closed by default: HttpOnly, SameSite=Lax, whole site.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace mashang::http {

/// The value of a cookie in a Cookie header; "" when it isn't there.
std::string_view cookie_value(std::string_view header, std::string_view name);

struct Cookie {
  std::string_view name;
  std::string_view value;
  std::chrono::seconds lasts{0};  // 0 takes the cookie back
  bool secure = true;             // false only where there is no https, as in a local demo
};

/// The value of a Set-Cookie header.
std::string set_cookie(const Cookie& cookie);

}  // namespace mashang::http
