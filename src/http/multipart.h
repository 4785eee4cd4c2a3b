// multipart/form-data (RFC 7578), read strictly: a body that two readers could understand
// differently is refused. Nothing is copied; the parts point into the body.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace mashang::http {

struct Part {
  std::string name;
  std::optional<std::string> file_name;  // as the sender says; never to be used as a path
  std::string type;                      // lower case, "text/plain" when the sender says nothing
  std::string_view content;
};

enum class MultipartFault { not_multipart, malformed, too_many_parts, header_too_large };

struct MultipartLimits {
  std::size_t parts_max = 16;
  std::size_t header_size_max = 1024;
};

/// The parts of a body whose Content-Type is `content_type`.
Result<std::vector<Part>, MultipartFault> read_multipart(std::string_view content_type,
                                                         std::string_view body,
                                                         const MultipartLimits& limits = {});

/// The first part of that name, or null.
const Part* find_part(const std::vector<Part>& parts, std::string_view name);

}  // namespace mashang::http
