// Web push as the standards have it: what is said is encrypted for the browser alone (RFC 8291,
// 8188), and the push service is shown who asks (RFC 8292). Pure: keys, salt and time are
// arguments.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "channels/ec_key.h"

namespace mashang::channels {

/// What a browser gave for its letters, as bytes.
struct BrowserKeys {
  std::string public_key;  // 65
  std::string auth;        // 16
};

/// From base64url; nothing when they can't be such keys.
std::optional<BrowserKeys> read_browser_keys(std::string_view p256dh, std::string_view auth);

inline constexpr std::size_t kSaltSize = 16;
/// One record of 4096 holds the text, its end mark and the tag.
inline constexpr std::size_t kPushTextMax = 3'900;

/// The body of the request, header and all. `letter_key` and `salt` are used once and never again.
std::string encrypt_for(const BrowserKeys& browser, std::string_view text, const EcKey& letter_key,
                        std::string_view salt);

/// The value of the header Authorization, good for twelve hours at one push service.
std::string vapid(const EcKey& server_key, const std::string& origin, const std::string& contact,
                  Instant now);

}  // namespace mashang::channels
