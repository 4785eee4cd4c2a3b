// Turning the way to a value into a JSON pointer (RFC 6901), only once something is wrong there.
#include "base/json_error.h"

namespace mashang::json {
namespace {

void append_escaped(std::string& out, std::string_view name) {
  for (const char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
}

void append_pointer(std::string& out, const Path& path) {
  if (path.up == nullptr) return;
  append_pointer(out, *path.up);
  out += '/';
  // A name without a place in memory can only be an index: even an empty key has an address.
  if (path.name.data() != nullptr)
    append_escaped(out, path.name);
  else
    out += std::to_string(path.index);
}

}  // namespace

std::string pointer_of(const Path& path) {
  std::string out;
  append_pointer(out, path);
  return out;
}

void Errors::add(const Path& path, std::string_view code, Text2s text) {
  if (list_.size() < errors_max_) add(pointer_of(path), code, std::move(text));
}

void Errors::add(std::string pointer, std::string_view code, Text2s text) {
  if (list_.size() >= errors_max_) return;
  list_.push_back({std::move(pointer), std::string(code), std::move(text)});
}

}  // namespace mashang::json
