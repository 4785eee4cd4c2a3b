// By what a notice leaves the house, and in whose words: the choice is the person's own.
#pragma once

#include "rules/vocabulary.h"

namespace mashang::rules {

/// `none`: the person looks for himself.
enum class NoticeChannel { none, push, wechat, sms };
BOOST_DESCRIBE_ENUM(NoticeChannel, none, push, wechat, sms)

/// How a notice speaks to somebody: to one who wrote himself, to a deputy, to those who work on
/// cases; `warning` is to whomever a clock binds.
enum class Voice { resident, deputy, staff, warning };
BOOST_DESCRIBE_ENUM(Voice, resident, deputy, staff, warning)

constexpr Voice voice_to(Role account) {
  switch (account) {
    case Role::resident: return Voice::resident;
    case Role::deputy: return Voice::deputy;
    default: return Voice::staff;
  }
}

/// Residents and deputies sign in on the phone's pages and in the mini-program, all others on the
/// console.
constexpr bool uses_phone(Role account) { return voice_to(account) != Voice::staff; }

}  // namespace mashang::rules
