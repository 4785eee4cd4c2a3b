// Whose machine asks. Only a proxy of ours may speak for others: from anyone else the header
// X-Forwarded-For is hearsay, and the address of the connection counts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mashang::http {

/// What a limit takes for one client: the address itself, but of IPv6 the /64 that it lies in,
/// since whoever has one address of it has all.
std::string client_network(std::string_view address);

class TrustedProxies {
 public:
  TrustedProxies() = default;
  /// Addresses or networks: "127.0.0.1", "10.0.0.0/8", "::1". Throws std::invalid_argument.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  bool trusts(std::string_view address) const;
  /// The last address of `forwarded_for` that isn't a proxy of ours, when `peer` is one.
  std::string client_of(std::string_view peer, std::string_view forwarded_for) const;

 private:
  struct Network {
    std::array<unsigned char, 16> address;
    int bits;
  };
  std::vector<Network> networks_;
};

}  // namespace mashang::http
