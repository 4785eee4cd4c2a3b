// The configuration of the channels: one TOML file, which holds secrets. Everything is checked
// before the server starts, and a file that others on the machine may read is refused.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "channels/push_outlet.h"
#include "channels/wechat_api.h"

namespace mashang::channels {

struct ChannelsSettings {
  std::vector<std::string> allowed_hosts = {};  // "127.0.0.1:18131": may be plain http and inside
  std::optional<PushSettings> push = {};
  std::optional<WechatSettings> wechat = {};
};

/// The failure is a sentence that names the place in the file.
Result<ChannelsSettings, Text2s> read_channels(std::string_view toml);
Result<ChannelsSettings, Text2s> read_channels_file(const std::filesystem::path& file);

}  // namespace mashang::channels
