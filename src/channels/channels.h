// The channels of a city, as its configuration sets them up: what the desk is told of them, and the
// sender that uses them. Without a configuration there is none, and the sender only notes that.
#pragma once

#include <memory>

#include "channels/channels_file.h"
#include "channels/sender.h"

namespace mashang::channels {

class Channels {
 public:
  /// `public_url` is where pages are found by whoever gets a notice. The desk outlives this.
  Channels(desk::Desk& desk, const ChannelsSettings& settings, const std::string& public_url,
           Log log);

  /// For desk.outward.
  desk::Outward outward() const { return outward_; }
  Sender& sender() { return *sender_; }

 private:
  void add_push(desk::Desk& desk, const ChannelsSettings& settings, const std::string& public_url,
                const Exchange& exchange, Sender::Outlets& outlets);
  void add_wechat(desk::Desk& desk, const WechatSettings& settings, const Exchange& exchange,
                  Sender::Outlets& outlets);

  desk::Outward outward_;
  std::unique_ptr<WechatApi> wechat_;  // stays where it is: outlet and desk point at it
  std::unique_ptr<Sender> sender_;
};

}  // namespace mashang::channels
