// IPv4 addresses are compared as IPv6 ones that map them, so there is one rule for both.
#include "http/client_address.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <stdexcept>

#include <arpa/inet.h>

namespace mashang::http {
namespace {

using Bytes = std::array<unsigned char, 16>;

std::optional<Bytes> bytes_of(std::string_view text) {
  const std::string address(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
  bytes = {};
  bytes[10] = bytes[11] = 0xFF;
  if (inet_pton(AF_INET, address.c_str(), bytes.data() + 12) == 1) return bytes;
  return std::nullopt;
}

bool same_bits(const Bytes& left, const Bytes& right, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (std::memcmp(left.data(), right.data(), whole) != 0) return false;
  if (bits % 8 == 0) return true;
  return ((left[whole] ^ right[whole]) >> (8 - bits % 8)) == 0;
}

bool is_v4(const Bytes& bytes) {
  constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  return std::equal(kMapped.begin(), kMapped.end(), bytes.begin());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string client_network(std::string_view address) {
  const auto bytes = bytes_of(address);
  if (!bytes || is_v4(*bytes)) return std::string(address);
  Bytes network = *bytes;
  std::fill(network.begin() + 8, network.end(), 0);
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, network.data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  for (const std::string& text : networks) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = bytes_of(text.substr(0, slash));
    const bool v4 = text.find(':') == std::string::npos;
    int bits = v4 ? 32 : 128;
    if (slash < text.size())
      std::from_chars(text.data() + slash + 1, text.data() + text.size(), bits);
    if (!address || bits < 0 || bits > (v4 ? 32 : 128))
      throw std::invalid_argument("not an address or network: " + text);
    networks_.push_back({*address, v4 ? bits + 96 : bits});
  }
}

bool TrustedProxies::trusts(std::string_view address) const {
  if (networks_.empty()) return false;
  const auto bytes = bytes_of(address);
  if (!bytes) return false;
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    return same_bits(*bytes, network.address, network.bits);
  });
}

std::string TrustedProxies::client_of(std::string_view peer, std::string_view forwarded_for) const {
  if (!trusts(peer)) return std::string(peer);
  std::string_view client = peer;
  // Each proxy adds on the right whom it spoke to, so the list is believed from right to left and
  // only as long as the speaker is ours.
  while (!forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t start = comma == std::string_view::npos ? 0 : comma + 1;
    const std::string_view said = trimmed(forwarded_for.substr(start));
    forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
    if (!bytes_of(said)) break;
    client = said;
    if (!trusts(client)) break;
  }
  return std::string(client);
}

}  // namespace mashang::http
