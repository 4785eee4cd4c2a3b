// The first line is the Content-Type, the rest the body. Parts must lie inside the body, in order,
// and none may contain the line that would have ended it.
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "http/multipart.h"

namespace mashang::http {
namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

void try_body(std::string_view text) {
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return;
  const std::string_view body = text.substr(line + 1);
  const auto parts = read_multipart(text.substr(0, line), body);
  if (!parts) return;
  require(parts->size() <= MultipartLimits{}.parts_max);
  const char* last = body.data();
  for (const Part& part : *parts) {
    require(!part.name.empty() && valid_utf8(part.name));
    require(!part.file_name || valid_utf8(*part.file_name));
    require(part.type.find('/') != std::string::npos);
    require(part.content.data() >= last);
    last = part.content.data() + part.content.size();
    require(last <= body.data() + body.size());
  }
}

}  // namespace
}  // namespace mashang::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mashang::http::try_body({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
