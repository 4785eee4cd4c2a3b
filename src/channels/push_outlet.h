// The outlet of web push: a letter becomes one request to the push service of that browser.
#pragma once

#include <memory>

#include "channels/ec_key.h"
#include "channels/http_client.h"
#include "channels/outlet.h"

namespace mashang::channels {

struct PushSettings {
  std::string contact;             // "mailto:..." or an address of https, for the push services
  std::vector<std::string> hosts;  // patterns of the push services that may be asked
};

/// The key pair of this data folder, made at the first call.
EcKey server_key(desk::Desk& desk);

/// What makes a browser's subscription useless here.
std::optional<desk::PushFault> push_fault(const PushSettings& settings,
                                          const std::vector<std::string>& allowed_hosts,
                                          const desk::PushAddress& address);

class PushOutlet : public Outlet {
 public:
  struct Parts {
    PushSettings settings;
    EcKey server_key;
    std::string public_url;
    Exchange exchange;
    std::function<Instant()> machine_time;
  };

  explicit PushOutlet(Parts parts) : parts_(std::move(parts)) {}

  desk::Sent send(const desk::Letter& letter) override;

 private:
  /// Nothing when the stored subscription is none.
  std::optional<HttpRequest> request_of(const desk::Letter& letter) const;

  Parts parts_;
};

}  // namespace mashang::channels
