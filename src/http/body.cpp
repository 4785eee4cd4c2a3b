// A missing type is refused too: a form of another site can send text/plain, never JSON, unasked.
#include "http/body.h"

#include <algorithm>

namespace mashang::http {

bool sends_json(const Request& request) {
  const std::string_view type = request.header("content-type");
  std::string name(type.substr(0, std::min(type.find(';'), type.size())));
  while (!name.empty() && name.back() == ' ') name.pop_back();
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return name == kJson;
}

}  // namespace mashang::http
