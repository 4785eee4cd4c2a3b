// The service learns the address and the size of a letter, and nothing it says.
#include "channels/push_outlet.h"

#include <algorithm>
#include <array>

#include <boost/describe/class.hpp>

#include "base/base64url.h"
#include "base/json_writer.h"
#include "base/random.h"
#include "base/sha256.h"
#include "channels/address.h"
#include "channels/web_push.h"
#include "desk/recall.h"

namespace mashang::channels {
namespace {

using desk::Fate;
using desk::Letter;
using desk::PushFault;
using desk::Sent;

constexpr std::string_view kKeyName = "push_private_key";
constexpr std::size_t kEndpointSizeMax = 1'000;
constexpr std::string_view kKeptFor = "259200";  // s: as long as we would try ourselves

/// What the browser's worker shows: in which language is its choice. It opens `url`, and a newer
/// notice with the same one takes the place of the older.
struct PushText {
  Text2s text;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PushText, (), (text, url))

struct StatusFate {
  int from;
  int to;
  Fate fate;
};

// RFC 8030, sections 5 and 7.3. The first row that fits counts.
constexpr auto kStatusFates = std::to_array<StatusFate>({
    {200, 299, Fate::taken},
    {404, 404, Fate::address_gone},
    {410, 410, Fate::address_gone},
    {408, 408, Fate::not_now},
    {425, 425, Fate::not_now},
    {429, 429, Fate::not_now},
    {500, 599, Fate::not_now},
});

Fate fate_of(int status) {
  for (const StatusFate& row : kStatusFates)
    if (status >= row.from && status <= row.to) return row.fate;
  return Fate::refused;
}

Sent sent_of(const HttpAnswer& answer) {
  switch (answer.trouble) {
    case HttpTrouble::refused: return {Fate::refused, "address not allowed"};
    case HttpTrouble::unreachable: return {Fate::not_now, "unreachable"};
    case HttpTrouble::no_answer: return {Fate::unknown, "no answer"};
    case HttpTrouble::none: break;
  }
  return {fate_of(answer.status), std::to_string(answer.status), answer.retry_after};
}

/// An undelivered letter about the same case is replaced at the service. Hashed with our secret,
/// since the service sees it.
std::string topic_of(const EcKey& key, const Letter& letter) {
  constexpr std::size_t kTopicSizeMax = 32;
  return sha256_hex(key.private_bytes() + letter.path).substr(0, kTopicSizeMax);
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  fill_random({reinterpret_cast<unsigned char*>(bytes.data()), size});
  return bytes;
}

}  // namespace

EcKey server_key(desk::Desk& desk) {
  const std::string name(kKeyName);
  if (const auto kept = desk::recall(desk, name)) {
    auto key = EcKey::read(read_base64url(*kept).value_or(""));
    if (!key) throw std::runtime_error("the stored key of web push is damaged");
    return *std::move(key);
  }
  EcKey key = EcKey::make();
  desk::keep(desk, name, base64url(key.private_bytes()));
  return key;
}

std::optional<PushFault> push_fault(const PushSettings& settings,
                                    const std::vector<std::string>& allowed_hosts,
                                    const desk::PushAddress& address) {
  if (address.endpoint.size() > kEndpointSizeMax) return PushFault::endpoint;
  const auto where = read_address(address.endpoint);
  if (!where) return PushFault::endpoint;
  const bool listed =
      std::ranges::find(allowed_hosts, where->host_and_port()) != allowed_hosts.end();
  const bool secure = where->scheme == "https" && where->port == "443";
  if (!listed && !(secure && fits_any_host(settings.hosts, where->host)))
    return PushFault::endpoint;
  if (!read_browser_keys(address.keys.p256dh, address.keys.auth)) return PushFault::keys;
  return std::nullopt;
}

std::optional<HttpRequest> PushOutlet::request_of(const Letter& letter) const {
  const auto keys = read_browser_keys(letter.address.keys.p256dh, letter.address.keys.auth);
  const auto where = read_address(letter.address.endpoint);
  if (!keys || !where) return std::nullopt;
  const std::string text = to_json(PushText{letter.text, parts_.public_url + letter.path});
  const auto& [settings, key, public_url, exchange, machine_time] = parts_;
  return HttpRequest{
      .url = letter.address.endpoint,
      .headers = {{"Authorization", vapid(key, where->origin, settings.contact, machine_time())},
                  {"Content-Type", "application/octet-stream"},
                  {"Content-Encoding", "aes128gcm"},
                  {"TTL", std::string(kKeptFor)},
                  {"Urgency", "normal"},
                  {"Topic", topic_of(key, letter)}},
      .body = encrypt_for(*keys, text, EcKey::make(), random_bytes(kSaltSize))};
}

Sent PushOutlet::send(const Letter& letter) {
  const auto request = request_of(letter);
  if (!request) return {Fate::refused, "damaged subscription"};
  return sent_of(parts_.exchange(*request));
}

}  // namespace mashang::channels
