// The small questions handlers ask of a request.
#include "http/request.h"

#include <array>
#include <charconv>

namespace mashang::http {
namespace {

constexpr std::array<std::string_view, kMethodCount> kMethodNames = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace

std::string_view name_of(Method method) { return kMethodNames[static_cast<std::size_t>(method)]; }

Method method_of(std::string_view name) {
  for (std::size_t i = 0; i + 1 < kMethodCount; ++i)
    if (kMethodNames[i] == name) return static_cast<Method>(i);
  return Method::other;
}

void Headers::add(std::string_view name, std::string_view value) {
  fields_.push_back({static_cast<std::uint32_t>(text_.size()),
                     static_cast<std::uint32_t>(name.size()),
                     static_cast<std::uint32_t>(value.size())});
  for (const char c : name) text_ += lower(c);
  text_ += value;
}

void Headers::clear() {
  text_.clear();
  fields_.clear();
}

std::string_view Headers::name_of(const Field& field) const {
  return std::string_view(text_).substr(field.start, field.name_size);
}

std::string_view Headers::value_of(const Field& field) const {
  return std::string_view(text_).substr(field.start + field.name_size, field.value_size);
}

const Headers::Field* Headers::find(std::string_view lower_name) const {
  for (const Field& field : fields_)
    if (name_of(field) == lower_name) return &field;
  return nullptr;
}

std::string_view Headers::get(std::string_view lower_name) const {
  const Field* field = find(lower_name);
  return field == nullptr ? std::string_view{} : value_of(*field);
}

std::size_t Headers::count(std::string_view lower_name) const {
  std::size_t count = 0;
  for (const Field& field : fields_) count += name_of(field) == lower_name;
  return count;
}

std::string Headers::joined(std::string_view lower_name) const {
  std::string all;
  for (const Field& field : fields_) {
    if (name_of(field) != lower_name) continue;
    if (!all.empty()) all += ", ";
    all += value_of(field);
  }
  return all;
}

std::string_view Request::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query_text() const {
  const std::size_t mark = target.find('?');
  return mark == std::string::npos ? std::string_view{} : std::string_view(target).substr(mark + 1);
}

std::string_view Request::param(std::string_view name) const {
  for (const PathParam& param : params)
    if (param.name == name) return param.value;
  return {};
}

std::optional<std::int64_t> Request::id(std::string_view name) const {
  return positive_number(param(name));
}

std::optional<std::string> Request::query(std::string_view name) const {
  return query_value(query_text(), name);
}

std::string_view Request::cookie(std::string_view name) const {
  return cookie_value(headers.get("cookie"), name);
}

void Request::clear() {
  method = Method::other;
  target.clear();
  headers.clear();
  // A body of an upload is not worth keeping for the next small request.
  if (body.capacity() > 65536) body = {};
  body.clear();
  params.clear();
  route = nullptr;
}

std::optional<std::int64_t> positive_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

}  // namespace mashang::http
