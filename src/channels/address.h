// Where requests may go: addresses taken apart by the parser that will also follow them, patterns
// of host names, and which numbers on the network are nobody's but ours.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace mashang::channels {

struct WebAddress {
  std::string scheme;
  std::string host;    // lower case; an IPv6 address stands in brackets
  std::string port;    // as given, or that of the scheme
  std::string origin;  // "https://push.example", with the port if it is not the scheme's

  std::string host_and_port() const { return host + ":" + port; }
};

/// Nothing when it is no absolute address of http or https, or when it carries a name and password
/// or a fragment.
std::optional<WebAddress> read_address(const std::string& url);

/// "push.example" fits itself; "*.push.example" fits what ends so, and not the name itself.
bool fits_host(std::string_view pattern, std::string_view host);
bool fits_any_host(const std::vector<std::string>& patterns, std::string_view host);

/// Whether the number is one of the public network: not this machine, not a private or link-local
/// network, not a shared, reserved, documentation or multicast one, nor such a one inside IPv6.
bool is_public(const sockaddr& address);

}  // namespace mashang::channels
