// WeChat's server API, as far as we use it. Invariant: its secret and its tokens leave in requests
// to WeChat only, never in a log or an answer; and this is the one holder of the access token,
// which is kept over restarts, because WeChat makes an earlier one void when it gives out a new
// one.
#pragma once

#include <map>
#include <string>

#include "channels/http_client.h"
#include "desk/delivery.h"

namespace mashang::channels {

/// What a field of a template is filled with.
enum class FieldSource { sentence, city, time, number };
BOOST_DESCRIBE_ENUM(FieldSource, sentence, city, time, number)

struct WechatSettings {
  std::string base = "https://api.weixin.qq.com";
  std::string appid;
  std::string secret;
  std::string template_id;                    // "" when only signing in goes through WeChat
  std::map<std::string, FieldSource> fields;  // "thing1"
  std::string miniprogram_state = "formal";
};

class WechatApi {
 public:
  WechatApi(desk::Desk& desk, WechatSettings settings, Exchange exchange)
      : desk_(desk), settings_(std::move(settings)), exchange_(std::move(exchange)) {}

  /// code2session. May be called from any thread. WeChat's session key is not looked at.
  Result<std::string, desk::WechatFault> openid_of(const std::string& code) const;

  /// A subscribe message; a token that WeChat no longer knows is asked for anew, once. By one
  /// thread only.
  desk::Sent send(const desk::Letter& letter);

 private:
  enum class Renewal { if_expired, forced };
  /// The token, or why there is none for now.
  Result<std::string, desk::Sent> token(Renewal renewal);
  Result<std::string, desk::Sent> new_token(Renewal renewal);
  desk::Sent post(const std::string& token, const desk::Letter& letter);
  std::string body_of(const desk::Letter& letter) const;

  desk::Desk& desk_;
  WechatSettings settings_;
  Exchange exchange_;
};

/// The first twenty characters, as fields of the kind `thing` allow; other kinds as they are.
std::string fit_field(std::string_view field, std::string_view value);

}  // namespace mashang::channels
