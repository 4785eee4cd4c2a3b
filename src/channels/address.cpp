// The lists of numbers are those of the IANA special-purpose registries (RFC 6890).
#include "channels/address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <arpa/inet.h>
#include <curl/urlapi.h>
#include <netinet/in.h>

namespace mashang::channels {
namespace {

struct CleanUp {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};

std::optional<std::string> part(CURLU* url, CURLUPart what, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, what, &text, flags) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, CleanUp> owned(text);
  return std::string(text);
}

struct Net4 {
  std::uint32_t start;
  int bits;
};

constexpr std::uint32_t number(int a, int b, int c, int d) {
  return std::uint32_t(a) << 24 | std::uint32_t(b) << 16 | std::uint32_t(c) << 8 | std::uint32_t(d);
}

constexpr auto kNotPublic4 = std::to_array<Net4>({
    {number(0, 0, 0, 0), 8},       // this network
    {number(10, 0, 0, 0), 8},      // private
    {number(100, 64, 0, 0), 10},   // shared by carriers
    {number(127, 0, 0, 0), 8},     // this machine
    {number(169, 254, 0, 0), 16},  // link-local, and clouds' metadata
    {number(172, 16, 0, 0), 12},   // private
    {number(192, 0, 0, 0), 24},    // protocols
    {number(192, 0, 2, 0), 24},    // documentation
    {number(192, 88, 99, 0), 24},  // relays
    {number(192, 168, 0, 0), 16},  // private
    {number(198, 18, 0, 0), 15},   // benchmarks
    {number(198, 51, 100, 0), 24},
    {number(203, 0, 113, 0), 24},
    {number(224, 0, 0, 0), 3},  // multicast and reserved
});

bool is_public4(std::uint32_t address) {
  return std::ranges::none_of(kNotPublic4, [&](const Net4& net) {
    const std::uint32_t mask = ~std::uint32_t{0} << (32 - net.bits);
    return (address & mask) == net.start;
  });
}

/// Only 2000::/3 is given out; of it, what wraps an IPv4 number (6to4, Teredo) or is documentation
/// is not for us either. NAT64 (64:ff9b::/96) and mapped numbers lie outside 2000::/3.
bool is_public6(const in6_addr& address) {
  const auto& b = address.s6_addr;
  const auto word = [&](int at) { return b[at] << 8 | b[at + 1]; };
  if ((b[0] & 0xE0) != 0x20) return false;
  if (word(0) == 0x2002) return false;
  if (word(0) == 0x2001 && (b[2] < 2 || word(2) == 0x0DB8)) return false;
  return true;
}

}  // namespace

std::optional<WebAddress> read_address(const std::string& text) {
  const std::unique_ptr<CURLU, CleanUp> url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return std::nullopt;
  for (const CURLUPart unwanted : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT})
    if (part(url.get(), unwanted)) return std::nullopt;
  const auto scheme = part(url.get(), CURLUPART_SCHEME);
  const auto host = part(url.get(), CURLUPART_HOST);
  const auto port = part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  if (!scheme || !host || !port || (*scheme != "https" && *scheme != "http")) return std::nullopt;
  WebAddress address{*scheme, *host, *port, ""};
  std::ranges::transform(address.host, address.host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  address.origin = *scheme + "://" + address.host;
  if (part(url.get(), CURLUPART_PORT, CURLU_NO_DEFAULT_PORT)) address.origin += ":" + *port;
  return address;
}

bool fits_host(std::string_view pattern, std::string_view host) {
  if (!pattern.starts_with("*.")) return pattern == host;
  const std::string_view suffix = pattern.substr(1);
  return host.size() > suffix.size() && host.ends_with(suffix);
}

bool fits_any_host(const std::vector<std::string>& patterns, std::string_view host) {
  return std::ranges::any_of(patterns,
                             [&](const std::string& pattern) { return fits_host(pattern, host); });
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return is_public4(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6)
    return is_public6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return false;
}

}  // namespace mashang::channels
