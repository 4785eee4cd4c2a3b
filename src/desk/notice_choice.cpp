// A channel is missing for the whole city, or for one person who has not shown himself there.
#include "desk/notice_choice.h"

#include "base/json.h"
#include "store/channel_store.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using rules::NoticeChannel;
using store::Connection;

/// The name of what is missing, in data/labels; "" when nothing is.
std::string_view missing(const Desk& desk, NoticeChannel channel, bool has_openid) {
  switch (channel) {
    case NoticeChannel::none: return "";
    case NoticeChannel::push: return desk.outward.has_push() ? "" : "push";
    case NoticeChannel::wechat:
      if (desk.outward.wechat_templates.empty()) return "wechat";
      return has_openid ? "" : "wechat_account";
    case NoticeChannel::sms: break;
  }
  return "sms";
}

ChannelCard card_of(const Desk& desk, NoticeChannel channel, bool has_openid) {
  const Labels& labels = desk.city.labels;
  const std::string_view what = missing(desk, channel, has_openid);
  ChannelCard card{channel, labels.of("notice_channel", channel), what.empty(), std::nullopt};
  if (!what.empty()) card.why = labels.of("channel_missing", what);
  return card;
}

NoticeChoice choice_of(const Desk& desk, Connection& connection, PersonId person) {
  const bool has_openid = store::openid_of(connection, person).has_value();
  NoticeChoice choice{.channel = store::channel_of(connection, person)};
  for (const auto& row : json::kEnumerators<NoticeChannel>)
    choice.channels.push_back(card_of(desk, row.value, has_openid));
  choice.browsers_count = std::int64_t(store::subscriptions_of(connection, person).size());
  if (desk.outward.has_push()) choice.push_key = desk.outward.push_key;
  if (desk.outward.wechat_templates.empty()) return choice;
  choice.templates = desk.outward.wechat_templates;
  for (const std::string& id : desk.outward.wechat_templates)
    choice.consents_count += store::consents_left(connection, person, id);
  return choice;
}

}  // namespace

NoticeChoice show_notice_choice(Desk& desk, const Person& person) {
  return desk.database.read(
      [&](Connection& connection) { return choice_of(desk, connection, person.viewer.person); });
}

Result<NoticeChoice, Text2s> choose_notices(Desk& desk, const Person& person,
                                            NoticeChannel channel) {
  using Chosen = Result<NoticeChoice, Text2s>;
  const Instant now = desk.machine_time();
  return written(desk.database.write(
      [&desk, who = person.viewer.person, channel, now](Connection& connection) -> Chosen {
        const bool has_openid = store::openid_of(connection, who).has_value();
        const ChannelCard card = card_of(desk, channel, has_openid);
        if (!card.available) return Failure{*card.why};
        store::choose_channel(connection, who, channel, now);
        return choice_of(desk, connection, who);
      }));
}

}  // namespace mashang::desk
