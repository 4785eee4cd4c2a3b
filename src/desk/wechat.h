// WeChat's mini-program: signing in by what WeChat says, and consenting to its messages. An account
// of WeChat is bound to a person by signing in with phone and code once.
#pragma once

#include <boost/describe/class.hpp>

#include "desk/once.h"
#include "desk/sign_in.h"

namespace mashang::desk {

struct WechatRefusal {
  enum class Why { not_set_up, bad_code, unreachable, unbound };
  Why why{};
  std::string bind = {};  // unbound: goes with phone and code, once, within ten minutes
};

/// Asks WeChat who it is; only residents and deputies are ever bound.
Result<NewSession, WechatRefusal> sign_in_by_wechat(Desk& desk, const std::string& code);

struct Consent {
  std::string template_id;
  bool accepted = false;
};

struct ConsentsLeft {
  int left_count = 0;
};
BOOST_DESCRIBE_STRUCT(ConsentsLeft, (), (left_count))

enum class ConsentFault { not_set_up, unknown_template, key_reused };

/// One consent is one message. What was refused takes nothing back that was consented to before.
Result<ConsentsLeft, ConsentFault> answer_consent(Desk& desk, const Person& person,
                                                  const Once& once, const Consent& consent);

}  // namespace mashang::desk
