// How somebody wants to be told of what is new: he looks, and he chooses. What a city has not set
// up is listed all the same, and says why it can't be had.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/desk.h"
#include "rules/notice_channel.h"

namespace mashang::desk {

struct ChannelCard {
  rules::NoticeChannel channel{};
  Text2s text;
  bool available = false;
  std::optional<Text2s> why;  // not
};
BOOST_DESCRIBE_STRUCT(ChannelCard, (), (channel, text, available, why))

struct NoticeChoice {
  rules::NoticeChannel channel{};
  std::vector<ChannelCard> channels;
  std::optional<std::string> push_key;                // which the browser asks for
  std::int64_t browsers_count = 0;                    // that are told
  std::optional<std::vector<std::string>> templates;  // which the mini-program asks consent for
  int consents_count = 0;                             // messages that WeChat may still bring
};
BOOST_DESCRIBE_STRUCT(NoticeChoice, (),
                      (channel, channels, push_key, browsers_count, templates, consents_count))

NoticeChoice show_notice_choice(Desk& desk, const Person& person);

/// The new choice, or why that channel can't be had.
Result<NoticeChoice, Text2s> choose_notices(Desk& desk, const Person& person,
                                            rules::NoticeChannel channel);

}  // namespace mashang::desk
