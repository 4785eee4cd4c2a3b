// WeChat is asked before the write begins: the writer's thread waits for nobody.
#include "desk/wechat.h"

#include <algorithm>

#include "base/json.h"
#include "base/random.h"
#include "base/sha256.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using store::Connection;
using Why = WechatRefusal::Why;

constexpr auto kBindTokenLasts = 10min;
// More than anybody reads before he looks himself.
constexpr int kConsentsMax = 20;

WechatRefusal unbound(Connection& connection, const std::string& openid, Instant now) {
  std::string token = random_token(32);
  store::forget_expired_bind_tokens(connection, now);
  store::add_bind_token(connection, sha256_hex(token), openid, now + kBindTokenLasts);
  return {Why::unbound, std::move(token)};
}

}  // namespace

Result<NewSession, WechatRefusal> sign_in_by_wechat(Desk& desk, const std::string& code) {
  using Opened = Result<NewSession, WechatRefusal>;
  if (!desk.outward.has_wechat()) return Failure{WechatRefusal{Why::not_set_up}};
  const auto openid = desk.outward.wechat_openid(code);
  if (!openid) {
    const bool bad_code = openid.error() == WechatFault::bad_code;
    return Failure{WechatRefusal{bad_code ? Why::bad_code : Why::unreachable}};
  }
  const Instant now = desk.machine_time();
  return written(desk.database.write([openid = *openid, now](Connection& connection) -> Opened {
    const auto person = store::person_of_openid(connection, openid);
    auto opened = person ? open_session_of(connection, *person, now) : std::nullopt;
    if (opened) return *std::move(opened);
    // Of a deputy whose term ended too: by his phone he signs in as a resident.
    return Failure{unbound(connection, openid, now)};
  }));
}

Result<ConsentsLeft, ConsentFault> answer_consent(Desk& desk, const Person& person,
                                                  const Once& once, const Consent& consent) {
  using Left = Result<ConsentsLeft, ConsentFault>;
  const auto& known = desk.outward.wechat_templates;
  if (known.empty()) return Failure{ConsentFault::not_set_up};
  if (std::ranges::find(known, consent.template_id) == known.end())
    return Failure{ConsentFault::unknown_template};
  const Instant now = desk.machine_time();
  const Instant clock = desk.now();
  return written(desk.database.write([=](Connection& connection) -> Left {
    if (const auto earlier = find_earlier(connection, person, once)) {
      if (!earlier->same) return Failure{ConsentFault::key_reused};
      return *read_json<ConsentsLeft>(earlier->answer);
    }
    const PersonId who = person.viewer.person;
    const int before = store::consents_left(connection, who, consent.template_id);
    const int left = std::min(before + (consent.accepted ? 1 : 0), kConsentsMax);
    store::set_consents(connection, who, consent.template_id, left, now);
    const ConsentsLeft answer{left};
    keep_answer(connection, person, once, to_json(answer), clock);
    return answer;
  }));
}

}  // namespace mashang::desk
