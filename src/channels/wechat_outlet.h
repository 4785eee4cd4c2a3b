// The outlet of WeChat: a letter becomes one subscribe message of the mini-program.
#pragma once

#include "channels/outlet.h"
#include "channels/wechat_api.h"

namespace mashang::channels {

class WechatOutlet : public Outlet {
 public:
  explicit WechatOutlet(WechatApi& api) : api_(api) {}

  desk::Sent send(const desk::Letter& letter) override { return api_.send(letter); }

 private:
  WechatApi& api_;
};

}  // namespace mashang::channels
