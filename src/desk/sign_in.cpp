// Codes, passwords, sessions. Whether a login or a number exists can't be told from an answer.
#include "desk/sign_in.h"

#include "base/random.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "desk/password.h"
#include "store/account_store.h"
#include "store/reference_store.h"
#include "store/session_store.h"
#include "store/wechat_store.h"

namespace mashang::desk {
namespace {

using namespace std::chrono_literals;
using store::Connection;
using Why = SignInRefusal::Why;

constexpr auto kCodeLasts = 5min;
constexpr auto kCodeEvery = 60s;
constexpr int kCodesAnHourMax = 5;
constexpr int kCodeTriesMax = 5;
constexpr auto kPhoneSessionLasts = 30 * 24h;
constexpr auto kStaffSessionLasts = 12h;

std::string digest(std::string_view text) { return sha256_hex(text); }
std::string code_digest(std::string_view phone, std::string_view code) {
  return digest(std::string(phone) + ":" + std::string(code));
}

/// How long until the next code may be sent; zero when now.
std::chrono::seconds wait_for_code(const std::optional<store::SignInCode>& last, Instant now) {
  if (!last) return 0s;
  const auto since = std::chrono::floor<std::chrono::seconds>(now - last->sent_at);
  if (since < kCodeEvery) return kCodeEvery - since;
  const auto hour = std::chrono::floor<std::chrono::seconds>(now - last->hour_started_at);
  if (hour < 1h && last->sent_in_hour >= kCodesAnHourMax) return 3600s - hour;
  return 0s;
}

Result<SentCode, SignInRefusal> put_code(Connection& connection, const std::string& phone,
                                         Instant now) {
  const auto last = store::find_sign_in_code(connection, phone);
  if (const auto wait = wait_for_code(last, now); wait > 0s)
    return Failure{SignInRefusal{wait > kCodeEvery ? Why::too_many : Why::too_soon, wait}};
  const bool same_hour = last && now - last->hour_started_at < 1h;
  const std::string code = random_digits(6);
  store::put_sign_in_code(connection, {.phone = phone,
                                       .code_hash = code_digest(phone, code),
                                       .sent_at = now,
                                       .expires_at = now + kCodeLasts,
                                       .tries = 0,
                                       .hour_started_at = same_hour ? last->hour_started_at : now,
                                       .sent_in_hour = same_hour ? last->sent_in_hour + 1 : 1});
  return SentCode{phone, code, now + kCodeLasts};
}

bool code_opens(Connection& connection, const std::string& phone, std::string_view code,
                Instant now) {
  const auto sent = store::find_sign_in_code(connection, phone);
  if (!sent || now > sent->expires_at || sent->tries >= kCodeTriesMax) return false;
  if (sent->code_hash == code_digest(phone, code)) {
    store::use_up_code(connection, phone);
    return true;
  }
  store::count_try(connection, phone);
  return false;
}

store::Person person_of_phone(Connection& connection, const std::string& phone, Instant now) {
  const auto deputy = store::find_deputy_by_phone(connection, phone);
  if (deputy && deputy->status == rules::DeputyStatus::active)
    return *store::find_person(connection, deputy->person);
  if (auto known = store::find_person_by_phone(connection, rules::Role::resident, phone))
    return *std::move(known);
  store::Person resident{.role = rules::Role::resident,
                         .name = "群众" + phone.substr(phone.size() - 4),
                         .phone = phone,
                         .created_at = now};
  resident.id = store::add_person(connection, resident);
  return resident;
}

Person known_person(Connection& connection, const store::Person& account) {
  Person person{.name = account.name,
                .phone = account.phone.value_or(""),
                .viewer = {.role = account.role,
                           .person = account.id,
                           .deputy = {},
                           .station = account.station,
                           .unit = account.unit,
                           .region = account.region.value_or("")}};
  const auto deputy = store::find_deputy_of_person(connection, account.id);
  if (deputy) person.viewer.deputy = deputy->id;
  return person;
}

NewSession open_session(Connection& connection, const store::Person& account, Instant now) {
  const auto lasts = account.login ? std::chrono::milliseconds(kStaffSessionLasts)
                                   : std::chrono::milliseconds(kPhoneSessionLasts);
  const std::string token = random_token(32);
  const store::Session session{.token_hash = digest(token),
                               .person = account.id,
                               .csrf = random_token(18),
                               .created_at = now,
                               .seen_at = now,
                               .expires_at = now + lasts};
  store::add_session(connection, session);
  return {token, {known_person(connection, account), session.csrf, session.expires_at}};
}

/// A suspended deputy's account and a disabled one stop acting, whatever the session says; within
/// the seconds for which Sessions remembers.
bool may_act(Connection& connection, const store::Person& account) {
  if (account.disabled_at) return false;
  const auto deputy = store::find_deputy_of_person(connection, account.id);
  return !deputy || deputy->status == rules::DeputyStatus::active;
}

std::optional<Session> load_session(Connection& connection, std::string_view token, Instant now) {
  const auto session = store::find_session(connection, digest(token), now);
  if (!session) return std::nullopt;
  const auto account = store::find_person(connection, session->person);
  if (!account || !may_act(connection, *account)) return std::nullopt;
  return Session{known_person(connection, *account), session->csrf, session->expires_at};
}

}  // namespace

std::optional<std::string> normal_phone(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != ' ' && c != '-' && c != '+')
      return std::nullopt;
  }
  if (digits.size() == 13 && digits.starts_with("86")) digits.erase(0, 2);
  const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
  return mobile ? std::optional(digits) : std::nullopt;
}

std::string mask_phone(std::string_view phone) {
  if (phone.size() < 8) return "****";
  return std::string(phone.substr(0, 3)) + "****" + std::string(phone.substr(phone.size() - 4));
}

std::string mask_name(std::string_view name) {
  // R72: what stands in place of an erased name hides nothing and should be read.
  if (name == kErasedName) return std::string(name);
  return std::string(utf8_prefix(name, 1)) + "*";
}

Result<SentCode, SignInRefusal> send_code(Desk& desk, std::string_view typed) {
  const auto phone = normal_phone(typed);
  if (!phone) return Failure{SignInRefusal{Why::bad_phone}};
  const Instant now = desk.machine_time();
  return written(desk.database.write(
      [phone = *phone, now](Connection& connection) { return put_code(connection, phone, now); }));
}

Result<NewSession, SignInRefusal> sign_in_by_code(Desk& desk, std::string_view typed,
                                                  std::string_view code,
                                                  std::string_view wechat_bind) {
  using Opened = Result<NewSession, SignInRefusal>;
  const auto phone = normal_phone(typed);
  if (!phone) return Failure{SignInRefusal{Why::bad_phone}};
  const Instant now = desk.machine_time();
  const std::string bind = wechat_bind.empty() ? "" : digest(wechat_bind);
  return written(desk.database.write(
      [phone = *phone, code = std::string(code), bind, now](Connection& connection) -> Opened {
        // Asked first, so that a code is not used up in vain.
        const auto openid = store::find_bind_token(connection, bind, now);
        if (!bind.empty() && !openid) return Failure{SignInRefusal{Why::bind_expired}};
        if (!code_opens(connection, phone, code, now))
          return Failure{SignInRefusal{Why::wrong_code}};
        const store::Person account = person_of_phone(connection, phone, now);
        if (!may_act(connection, account)) return Failure{SignInRefusal{Why::wrong_code}};
        if (openid) store::bind_openid(connection, *openid, account.id, now);
        store::forget_bind_token(connection, bind);
        return open_session(connection, account, now);
      }));
}

std::optional<NewSession> open_session_of(Connection& connection, PersonId person, Instant now) {
  const auto account = store::find_person(connection, person);
  if (!account || !may_act(connection, *account)) return std::nullopt;
  return open_session(connection, *account, now);
}

Result<NewSession, SignInRefusal> sign_in_by_password(Desk& desk, std::string_view login,
                                                      std::string_view password) {
  const auto account = desk.database.read(
      [&](Connection& connection) { return store::find_person_by_login(connection, login); });
  const std::string hash =
      account && !account->disabled_at ? account->password_hash.value_or("") : "";
  if (!password_matches(password, hash)) return Failure{SignInRefusal{Why::wrong_password}};
  const Instant now = desk.machine_time();
  return written(desk.database.write([account = *account, now](Connection& connection) {
    return open_session(connection, account, now);
  }));
}

std::optional<Person> load_person(Desk& desk, PersonId id) {
  return desk.database.read([&](Connection& connection) -> std::optional<Person> {
    const auto account = store::find_person(connection, id);
    return account ? std::optional(known_person(connection, *account)) : std::nullopt;
  });
}

std::optional<Session> Sessions::remembered(const std::string& token, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto known = remembered_.find(token);
  if (known == remembered_.end() || known->second.session.expires_at <= now ||
      known->second.until <= std::chrono::steady_clock::now())
    return std::nullopt;
  return known->second.session;
}

/// What was read while somebody signed out may be what he signed out of, and is not kept.
void Sessions::remember(const std::string& token, const Session& session,
                        std::uint64_t sign_outs_before) {
  constexpr auto kRememberFor = 10s;
  constexpr std::size_t kRememberMost = 20'000;
  const std::lock_guard lock(mutex_);
  if (sign_outs_ != sign_outs_before) return;
  if (remembered_.size() >= kRememberMost) remembered_.clear();
  remembered_.insert_or_assign(
      token, Remembered{session, std::chrono::steady_clock::now() + kRememberFor});
}

std::optional<Session> Sessions::find(std::string_view given) {
  const std::string token(given);
  const Instant now = desk_.machine_time();
  if (auto known = remembered(token, now)) return known;
  const std::uint64_t sign_outs_before = sign_outs_;
  const auto session = desk_.database.read(
      [&](Connection& connection) { return load_session(connection, token, now); });
  if (session) remember(token, *session, sign_outs_before);
  return session;
}

void Sessions::sign_out(std::string_view token) {
  written(desk_.database.write([hash = digest(token)](Connection& connection) {
    store::end_session(connection, hash);
    return true;
  }));
  const std::lock_guard lock(mutex_);
  ++sign_outs_;
  remembered_.erase(std::string(token));
}

void Sessions::forget(PersonId person) {
  const std::lock_guard lock(mutex_);
  ++sign_outs_;
  std::erase_if(remembered_,
                [&](const auto& one) { return one.second.session.person.viewer.person == person; });
}

}  // namespace mashang::desk
