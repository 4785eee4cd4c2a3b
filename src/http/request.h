// Request: one HTTP request, complete and in our own memory. Invariant: a handler sees it only when
// its whole body has arrived and its route is known; it never changes afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/cookies.h"
#include "http/language.h"
#include "http/trace.h"
#include "http/url.h"

namespace mashang::http {

enum class Method { get, head, post, put, patch, del, options, other };

inline constexpr std::size_t kMethodCount = 8;

std::string_view name_of(Method method);
Method method_of(std::string_view name);

struct Route;

/// Header fields with lower-case names, all in one buffer: a browser sends twenty of them, and an
/// allocation for each would cost more than the rest of a small request.
class Headers {
 public:
  void add(std::string_view name, std::string_view value);
  void clear();
  /// The first field of that (lower-case) name; "" when there is none.
  std::string_view get(std::string_view lower_name) const;
  bool has(std::string_view lower_name) const { return find(lower_name) != nullptr; }
  std::size_t count(std::string_view lower_name) const;
  /// All fields of that name as one list, which is what repeating a field means.
  std::string joined(std::string_view lower_name) const;

 private:
  struct Field {
    std::uint32_t start;
    std::uint32_t name_size;
    std::uint32_t value_size;
  };
  const Field* find(std::string_view lower_name) const;
  std::string_view name_of(const Field& field) const;
  std::string_view value_of(const Field& field) const;

  std::string text_;
  std::vector<Field> fields_;
};

struct PathParam {
  std::string_view name;  // stands in the route's pattern
  std::string value;
};

struct Request {
  Method method = Method::other;
  std::string target;  // path and query as they were sent
  Headers headers;
  std::string body;
  std::vector<PathParam> params;
  std::string client;  // address of the person's machine, as far as trusted proxies tell
  Trace trace;
  const Route* route = nullptr;

  std::string_view path() const;
  std::string_view query_text() const;
  /// A parameter of the route's pattern; "" when the pattern has none of that name.
  std::string_view param(std::string_view name) const;
  /// The same as a row's id; nothing when it is no positive number.
  std::optional<std::int64_t> id(std::string_view name = "id") const;
  std::optional<std::string> query(std::string_view name) const;
  std::string_view header(std::string_view lower_name) const { return headers.get(lower_name); }
  std::string_view cookie(std::string_view name) const;
  Language language() const { return language_of(headers.get("accept-language")); }

  /// Ready for the next request on the same connection, with its memory kept.
  void clear();
};

/// A positive whole number and nothing else.
std::optional<std::int64_t> positive_number(std::string_view text);

}  // namespace mashang::http
