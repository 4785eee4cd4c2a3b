// From bytes to requests. The only place where Boost.Beast is known (request_parser.cpp).
// Invariant: what is ambiguous (two lengths, two hosts, a broken line end) is refused, so nobody in
// front of us can have understood it differently.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "http/request.h"
#include "http/route.h"

namespace mashang::http {

/// Why a request can't be read to its end: the status and code to answer with.
struct ParseFault {
  int status;
  std::string_view code;
};

class RequestParser {
 public:
  RequestParser(const RouteTable& routes, std::size_t head_max);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  /// Reads what it can of `bytes` into `request`, and says how much that was. The rest has to be
  /// offered again, with more behind it.
  std::size_t put(std::string_view bytes, Request& request);

  /// Whether any of the request was read yet.
  bool begun() const;
  bool head_done() const;
  bool complete() const;
  const std::optional<ParseFault>& fault() const;
  /// Where the head led; known once the head is done.
  const RouteMatch& match() const;
  /// Whether the sender waits for "100 Continue" before it sends the body. True once.
  bool take_continue();
  bool keep_alive() const;
  /// Ready for the next request.
  void reset();

 private:
  struct Beast;
  std::unique_ptr<Beast> beast_;
};

}  // namespace mashang::http
