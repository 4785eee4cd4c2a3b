// The HTTP client: one request, one short answer. Endpoints come from strangers' browsers, so the
// client goes nowhere on its own: https only, no redirects, no proxies, no address of a private
// network, a few seconds and a few kilobytes at most. What the configuration lists by host and port
// is excepted from the first and from the address rule.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mashang::channels {

struct HttpRequest {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::optional<std::string> body = {};  // unset: GET
};

enum class HttpTrouble {
  none,
  refused,      // by the rules above; nothing was sent
  unreachable,  // nothing was sent
  no_answer,    // it was sent, and may have arrived
};

struct HttpAnswer {
  HttpTrouble trouble = HttpTrouble::none;
  int status = 0;
  std::string body = {};
  std::chrono::seconds retry_after{0};
};

/// A stand-in takes its place in tests.
using Exchange = std::function<HttpAnswer(const HttpRequest&)>;

struct HttpClientSettings {
  std::vector<std::string> allowed_hosts = {};  // "127.0.0.1:18131"
  std::chrono::milliseconds connect_most{5'000};
  std::chrono::milliseconds answer_most{10'000};
  std::size_t answer_size_most = 64 * 1024;
};

class HttpClient {
 public:
  explicit HttpClient(HttpClientSettings settings);

  /// May be called from any thread.
  HttpAnswer operator()(const HttpRequest& request) const;

 private:
  HttpClientSettings settings_;
};

}  // namespace mashang::channels
