// The grammar: "--" boundary CRLF, header lines, empty line, content, CRLF "--" boundary, and so on
// until "--" boundary "--". Preamble and epilogue are not accepted: no browser sends them.
#include "http/multipart.h"

#include <algorithm>

#include "base/utf8.h"

namespace mashang::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

bool is_token_letter(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}

std::string_view take_token(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_token_letter(text[size])) ++size;
  const std::string_view token = text.substr(0, size);
  text.remove_prefix(size);
  return token;
}

/// A quoted text. Browsers escape a quote as %22 (the HTML standard) and older ones as \".
std::optional<std::string> take_quoted(std::string_view& text) {
  if (!take(text, "\"")) return std::nullopt;
  std::string value;
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '"') return value;
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
    if (c == '\\' && !text.empty() && (text.front() == '"' || text.front() == '\\')) {
      value += text.front();
      text.remove_prefix(1);
    } else {
      value += c;
    }
  }
  return std::nullopt;
}

struct Parameter {
  std::string name;
  std::string value;
};

/// "; name=value" or "; name="value"", as often as it comes; nothing when anything else is there.
std::optional<std::vector<Parameter>> take_parameters(std::string_view text) {
  std::vector<Parameter> list;
  for (;;) {
    skip_spaces(text);
    if (text.empty()) return list;
    if (!take(text, ";")) return std::nullopt;
    skip_spaces(text);
    Parameter parameter{.name = lowered(take_token(text)), .value = {}};
    if (parameter.name.empty() || !take(text, "=")) return std::nullopt;
    if (text.starts_with('"')) {
      auto value = take_quoted(text);
      if (!value) return std::nullopt;
      parameter.value = *std::move(value);
    } else {
      parameter.value = take_token(text);
      if (parameter.value.empty()) return std::nullopt;
    }
    const bool twice = std::any_of(list.begin(), list.end(),
                                   [&](const Parameter& p) { return p.name == parameter.name; });
    if (twice) return std::nullopt;
    list.push_back(std::move(parameter));
  }
}

std::optional<std::string> boundary_of(std::string_view content_type) {
  const std::size_t semicolon = std::min(content_type.find(';'), content_type.size());
  if (lowered(content_type.substr(0, semicolon)) != "multipart/form-data") return std::nullopt;
  const auto parameters = take_parameters(content_type.substr(semicolon));
  if (!parameters) return std::nullopt;
  for (const Parameter& parameter : *parameters)
    if (parameter.name == "boundary" && !parameter.value.empty() && parameter.value.size() <= 70)
      return parameter.value;
  return std::nullopt;
}

/// `form-data; name="file"; filename="a.jpg"`.
bool read_disposition(std::string_view value, Part& part) {
  if (lowered(take_token(value)) != "form-data") return false;
  const auto parameters = take_parameters(value);
  if (!parameters) return false;
  for (const Parameter& parameter : *parameters) {
    if (!valid_utf8(parameter.value)) return false;
    if (parameter.name == "name")
      part.name = parameter.value;
    else if (parameter.name == "filename")
      part.file_name = parameter.value;
  }
  return !part.name.empty();
}

/// `image/jpeg`; parameters such as charset are allowed and dropped.
bool read_type(std::string_view value, Part& part) {
  const std::string_view type = take_token(value);
  if (type.empty() || !take(value, "/")) return false;
  const std::string_view subtype = take_token(value);
  if (subtype.empty() || !take_parameters(value)) return false;
  part.type = lowered(type) + "/" + lowered(subtype);
  return true;
}

/// One line "Name: value" without its line end.
bool read_header_line(std::string_view line, Part& part) {
  const std::string name = lowered(take_token(line));
  if (name.empty() || !take(line, ":")) return false;
  skip_spaces(line);
  if (name == "content-disposition") return part.name.empty() && read_disposition(line, part);
  if (name == "content-type") return part.type.empty() && read_type(line, part);
  // A transfer encoding would change what the content means; nothing else matters to us.
  return name != "content-transfer-encoding" || lowered(line) == "binary" ||
         lowered(line) == "8bit";
}

std::optional<MultipartFault> read_headers(std::string_view& rest, std::size_t size_max,
                                           Part& part) {
  const std::string_view window = rest.substr(0, size_max + 4);
  const std::size_t end = window.find("\r\n\r\n");
  if (end == std::string_view::npos)
    return rest.size() > window.size() ? MultipartFault::header_too_large
                                       : MultipartFault::malformed;
  std::string_view lines = rest.substr(0, end + 2);
  rest.remove_prefix(end + 4);
  while (!lines.empty()) {
    const std::size_t line_end = lines.find(kLineEnd);
    if (!read_header_line(lines.substr(0, line_end), part)) return MultipartFault::malformed;
    lines.remove_prefix(line_end + 2);
  }
  if (part.name.empty()) return MultipartFault::malformed;
  if (part.type.empty()) part.type = "text/plain";
  return std::nullopt;
}

}  // namespace

Result<std::vector<Part>, MultipartFault> read_multipart(std::string_view content_type,
                                                         std::string_view body,
                                                         const MultipartLimits& limits) {
  const auto boundary = boundary_of(content_type);
  if (!boundary) return Failure{MultipartFault::not_multipart};
  const std::string delimiter = "\r\n--" + *boundary;
  std::string_view rest = body;
  // The first delimiter has no line end before it.
  if (!take(rest, std::string_view(delimiter).substr(2))) return Failure{MultipartFault::malformed};
  std::vector<Part> parts;
  while (!take(rest, "--")) {
    if (!take(rest, kLineEnd)) return Failure{MultipartFault::malformed};
    if (parts.size() == limits.parts_max) return Failure{MultipartFault::too_many_parts};
    Part& part = parts.emplace_back();
    if (const auto fault = read_headers(rest, limits.header_size_max, part)) return Failure{*fault};
    const std::size_t end = rest.find(delimiter);
    if (end == std::string_view::npos) return Failure{MultipartFault::malformed};
    part.content = rest.substr(0, end);
    rest.remove_prefix(end + delimiter.size());
  }
  take(rest, kLineEnd);
  if (!rest.empty()) return Failure{MultipartFault::malformed};
  return parts;
}

const Part* find_part(const std::vector<Part>& parts, std::string_view name) {
  for (const Part& part : parts)
    if (part.name == name) return &part;
  return nullptr;
}

}  // namespace mashang::http
