// Outward: what the desk has to know of the channels that lead out of the house. They are built to
// its right, in channels/, and handed in; unless they are, nothing is available, and says so.
#pragma once

#include <boost/describe/class.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace mashang::desk {

/// The two keys of a browser's subscription, as it spells them.
struct PushKeys {
  std::string p256dh;
  std::string auth;
};
BOOST_DESCRIBE_STRUCT(PushKeys, (), (p256dh, auth))

/// Where a browser wants to be told: what its page hands in.
struct PushAddress {
  std::string endpoint;
  PushKeys keys;
};
BOOST_DESCRIBE_STRUCT(PushAddress, (), (endpoint, keys))

enum class PushFault { endpoint, keys };
enum class WechatFault { bad_code, unreachable };

struct Outward {
  /// The public key by which browsers know this server; "" when push is not set up.
  std::string push_key = {};
  /// What makes a subscription useless, such as an endpoint that is no push service.
  std::function<std::optional<PushFault>(const PushAddress&)> push_fault = {};
  /// The messages that WeChat may bring, by their ids there; empty when there are none.
  std::vector<std::string> wechat_templates = {};
  /// Who somebody is at WeChat, by the code that the mini-program got; unset without WeChat.
  std::function<Result<std::string, WechatFault>(const std::string& code)> wechat_openid = {};

  bool has_push() const { return !push_key.empty(); }
  bool has_wechat() const { return bool(wechat_openid); }
};

}  // namespace mashang::desk
