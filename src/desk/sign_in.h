// Signing in: residents and deputies by a one-time code to their phone, staff by password. Sessions
// live in the store; only hashes of tokens and codes do.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "desk/desk.h"

namespace mashang::desk {

/// A Chinese mobile number as eleven digits, from what people type ("+86 154-0000-0001"); nothing
/// when it is none.
std::optional<std::string> normal_phone(std::string_view typed);
/// "154****0001".
std::string mask_phone(std::string_view phone);
/// What the name of an erased person is replaced by (R72).
inline constexpr std::string_view kErasedName = "已注销";

/// "张*": R70.
std::string mask_name(std::string_view name);

struct SentCode {
  std::string phone;  // normal
  std::string code;   // for the channel that carries it, and for nobody else
  Instant expires_at;
};

struct SignInRefusal {
  enum class Why { bad_phone, too_soon, too_many, wrong_code, wrong_password, bind_expired };
  Why why{};
  std::chrono::seconds wait{0};
};

/// At most one code a minute and five an hour for a number.
Result<SentCode, SignInRefusal> send_code(Desk& desk, std::string_view phone);

/// The account as it acts and sees; nothing when there is none.
std::optional<Person> load_person(Desk& desk, PersonId id);

struct Session {
  Person person;
  std::string csrf;
  Instant expires_at;
};

struct NewSession {
  std::string token;  // given to the browser once
  Session session;
};

/// R10: the registered number of an active deputy is that deputy; any other is a resident's, who
/// gets an account at the first time. Five wrong tries use a code up. A token that came with a
/// refusal of sign_in_by_wechat binds that account of WeChat to whoever signs in.
Result<NewSession, SignInRefusal> sign_in_by_code(Desk& desk, std::string_view phone,
                                                  std::string_view code,
                                                  std::string_view wechat_bind = {});
Result<NewSession, SignInRefusal> sign_in_by_password(Desk& desk, std::string_view login,
                                                      std::string_view password);
/// For somebody who was recognised otherwise; nothing when he may not act. Inside a write.
std::optional<NewSession> open_session_of(store::Connection& connection, PersonId person,
                                          Instant now);

/// Finds sessions by token, and remembers for some seconds what it found, since every request asks.
class Sessions {
 public:
  explicit Sessions(Desk& desk) : desk_(desk) {}

  std::optional<Session> find(std::string_view token);
  void sign_out(std::string_view token);
  /// What is remembered of the person is read anew: his name changed, or he is no longer there.
  void forget(PersonId person);

 private:
  struct Remembered {
    Session session;
    std::chrono::steady_clock::time_point until;
  };

  std::optional<Session> remembered(const std::string& token, Instant now);
  void remember(const std::string& token, const Session& session, std::uint64_t sign_outs_before);

  Desk& desk_;
  std::mutex mutex_;
  std::atomic<std::uint64_t> sign_outs_{0};
  std::unordered_map<std::string, Remembered> remembered_;
};

}  // namespace mashang::desk
