// Built once at start, from left to right.
#include "channels/channels.h"

#include "base/base64url.h"
#include "channels/wechat_outlet.h"

namespace mashang::channels {

using rules::NoticeChannel;

Channels::Channels(desk::Desk& desk, const ChannelsSettings& settings,
                   const std::string& public_url, Log log) {
  const Exchange exchange = HttpClient({.allowed_hosts = settings.allowed_hosts});
  Sender::Outlets outlets;
  if (settings.push) add_push(desk, settings, public_url, exchange, outlets);
  if (settings.wechat) add_wechat(desk, *settings.wechat, exchange, outlets);
  sender_ = std::make_unique<Sender>(desk, std::move(outlets), std::move(log));
}

void Channels::add_push(desk::Desk& desk, const ChannelsSettings& settings,
                        const std::string& public_url, const Exchange& exchange,
                        Sender::Outlets& outlets) {
  EcKey key = server_key(desk);
  outward_.push_key = base64url(key.public_bytes());
  outward_.push_fault = [push = *settings.push,
                         allowed = settings.allowed_hosts](const desk::PushAddress& address) {
    return push_fault(push, allowed, address);
  };
  outlets[NoticeChannel::push] =
      std::make_unique<PushOutlet>(PushOutlet::Parts{.settings = *settings.push,
                                                     .server_key = std::move(key),
                                                     .public_url = public_url,
                                                     .exchange = exchange,
                                                     .machine_time = desk.machine_time});
}

void Channels::add_wechat(desk::Desk& desk, const WechatSettings& settings,
                          const Exchange& exchange, Sender::Outlets& outlets) {
  wechat_ = std::make_unique<WechatApi>(desk, settings, exchange);
  outward_.wechat_openid = [api = wechat_.get()](const std::string& code) {
    return api->openid_of(code);
  };
  if (settings.template_id.empty()) return;
  outward_.wechat_templates = {settings.template_id};
  outlets[NoticeChannel::wechat] = std::make_unique<WechatOutlet>(*wechat_);
}

}  // namespace mashang::channels
