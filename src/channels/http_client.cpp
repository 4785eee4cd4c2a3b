// libcurl, one handle a request. The rule about addresses is asked when a socket is to be opened:
// then the name is resolved, and no second look at it can bring another number.
#include "channels/http_client.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <stdexcept>

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "channels/address.h"

namespace mashang::channels {
namespace {

constexpr std::chrono::seconds kRetryAfterMost{86'400};

struct CleanUp {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// One exchange while it runs.
struct Running {
  HttpAnswer answer;
  std::size_t size_most = 0;
  bool may_go_inside = false;
  bool refused = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* running) {
  auto& self = *static_cast<Running*>(running);
  if (self.answer.body.size() + size > self.size_most) return 0;
  self.answer.body.append(bytes, size);
  return size;
}

bool starts_like(std::string_view line, std::string_view name) {
  return line.size() >= name.size() &&
         std::ranges::equal(line.substr(0, name.size()), name,
                            [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

/// Only whole seconds: services of push and WeChat write no dates.
std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* running) {
  constexpr std::string_view kRetryAfter = "retry-after:";
  std::string_view line(bytes, size);
  if (!starts_like(line, kRetryAfter)) return size;
  line.remove_prefix(kRetryAfter.size());
  while (line.starts_with(' ')) line.remove_prefix(1);
  std::int64_t seconds = 0;
  std::from_chars(line.data(), line.data() + line.size(), seconds);
  auto& answer = static_cast<Running*>(running)->answer;
  answer.retry_after =
      std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), kRetryAfterMost);
  return size;
}

curl_socket_t open_socket(void* running, curlsocktype, curl_sockaddr* address) {
  auto& self = *static_cast<Running*>(running);
  if (!self.may_go_inside && !is_public(address->addr)) {
    self.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

template <typename T>
void set(CURL* handle, CURLoption option, T value) {
  if (curl_easy_setopt(handle, option, value) != CURLE_OK)
    throw std::runtime_error("libcurl lacks an option");
}

void set_limits(CURL* handle, const HttpClientSettings& settings, bool plain_http) {
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_PROTOCOLS_STR, plain_http ? "http,https" : "https");
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_PROXY, "");  // also none from the environment
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, long(settings.connect_most.count()));
  set(handle, CURLOPT_TIMEOUT_MS, long(settings.answer_most.count()));
}

void set_handlers(CURL* handle, Running& running) {
  set(handle, CURLOPT_WRITEFUNCTION, &take_body);
  set(handle, CURLOPT_WRITEDATA, &running);
  set(handle, CURLOPT_HEADERFUNCTION, &take_header);
  set(handle, CURLOPT_HEADERDATA, &running);
  set(handle, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(handle, CURLOPT_OPENSOCKETDATA, &running);
}

std::unique_ptr<curl_slist, CleanUp> header_list(const HttpRequest& request) {
  std::unique_ptr<curl_slist, CleanUp> list;
  const auto add = [&](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());  // the first node stays the head
    list.reset(longer);
  };
  for (const auto& [name, value] : request.headers) add(name + ": " + value);
  add("Expect:");  // bodies are small: nobody needs to be asked first
  return list;
}

HttpTrouble trouble_of(CURL* handle, CURLcode code, const Running& running) {
  // The status has come by the time a body turns out too long, and the rest of it says nothing
  // more.
  if (code == CURLE_OK || code == CURLE_WRITE_ERROR) return HttpTrouble::none;
  if (running.refused) return HttpTrouble::refused;
  long sent = 0;
  curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
  return sent > 0 ? HttpTrouble::no_answer : HttpTrouble::unreachable;
}

}  // namespace

HttpClient::HttpClient(HttpClientSettings settings) : settings_(std::move(settings)) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

HttpAnswer HttpClient::operator()(const HttpRequest& request) const {
  const auto address = read_address(request.url);
  const bool listed =
      address && std::ranges::find(settings_.allowed_hosts, address->host_and_port()) !=
                     settings_.allowed_hosts.end();
  if (!address || (address->scheme != "https" && !listed)) return {HttpTrouble::refused};
  const std::unique_ptr<CURL, CleanUp> handle(curl_easy_init());
  if (!handle) throw std::bad_alloc();
  Running running{.size_most = settings_.answer_size_most, .may_go_inside = listed};
  set_limits(handle.get(), settings_, listed);
  set_handlers(handle.get(), running);
  const auto headers = header_list(request);
  set(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  set(handle.get(), CURLOPT_URL, request.url.c_str());
  if (request.body) {
    set(handle.get(), CURLOPT_POSTFIELDSIZE, long(request.body->size()));
    set(handle.get(), CURLOPT_POSTFIELDS, request.body->c_str());
  }
  const CURLcode code = curl_easy_perform(handle.get());
  running.answer.trouble = trouble_of(handle.get(), code, running);
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  running.answer.status = int(status);
  return std::move(running.answer);
}

}  // namespace mashang::channels
