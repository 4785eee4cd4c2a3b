// WeChat answers 200 to nearly everything: what happened stands in `errcode`.
#include "channels/wechat_api.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/json.h"
#include "base/utf8.h"
#include "desk/recall.h"

namespace mashang::channels {
namespace {

namespace bj = boost::json;
using desk::Fate;
using desk::Letter;
using desk::Sent;
using desk::WechatFault;

constexpr std::string_view kTokenName = "wechat_access_token";
constexpr std::chrono::minutes kTokenSpare{5};
constexpr std::chrono::seconds kTokenLastsMost{7'200};

struct CodeFate {
  std::int64_t code;
  Fate fate;
};

// What is not listed is refused for good: a mistake that does not go away by trying.
constexpr auto kSendFates = std::to_array<CodeFate>({
    {0, Fate::taken},
    {-1, Fate::not_now},          // WeChat is busy
    {40001, Fate::not_now},       // still no good token: somebody else renews it, or the secret
    {40014, Fate::not_now},       // is wrong, which an administrator puts right
    {42001, Fate::not_now},       //
    {40003, Fate::refused},       // no such openid
    {40037, Fate::refused},       // no such template
    {43101, Fate::address_gone},  // no consent is left
    {43107, Fate::refused},       // messages are banned
    {43108, Fate::not_now},       // several at once
    {45009, Fate::not_now},       // quota of the day
    {45011, Fate::not_now},       // quota of the minute
    {45168, Fate::refused},       // words that WeChat does not carry
    {47003, Fate::refused},       // a field does not fit the template
});

constexpr auto kStaleToken = std::to_array<std::int64_t>({40001, 40014, 42001});
/// Codes that the mini-program got and that don't open: wrong, or used before.
constexpr auto kBadCode = std::to_array<std::int64_t>({40029, 40163});

struct KeptToken {
  std::string appid;
  std::string token;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(KeptToken, (), (appid, token, expires_at))

/// The object of an answer; nothing when it is none.
std::optional<bj::object> object_of(const HttpAnswer& answer) {
  boost::system::error_code error;
  auto value = bj::parse(answer.body, error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.as_object());
}

std::int64_t errcode_of(const bj::object& object) {
  const auto* code = object.if_contains("errcode");
  return code != nullptr && code->is_int64() ? code->as_int64() : 0;
}

std::string text_of(const bj::object& object, std::string_view name) {
  const auto* text = object.if_contains(bj::string_view(name.data(), name.size()));
  return text != nullptr && text->is_string() ? std::string(text->as_string().c_str())
                                              : std::string();
}

Fate fate_of(std::int64_t code) {
  const auto row = std::ranges::find(kSendFates, code, &CodeFate::code);
  return row == kSendFates.end() ? Fate::refused : row->fate;
}

/// What went wrong before WeChat itself said anything.
std::optional<Sent> trouble_of(const HttpAnswer& answer) {
  switch (answer.trouble) {
    case HttpTrouble::refused: return Sent{Fate::refused, "address not allowed"};
    case HttpTrouble::unreachable: return Sent{Fate::not_now, "unreachable"};
    case HttpTrouble::no_answer: return Sent{Fate::unknown, "no answer"};
    case HttpTrouble::none: break;
  }
  if (answer.status == 200) return std::nullopt;
  return Sent{Fate::not_now, "http " + std::to_string(answer.status), answer.retry_after};
}

bool is_plain_code(const std::string& code) {
  constexpr std::size_t kCodeSizeMax = 200;
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  };
  return !code.empty() && code.size() <= kCodeSizeMax && std::ranges::all_of(code, plain);
}

/// "2026-11-24 13:05": one of the forms that fields of the kind `time` and `date` take.
std::string minute_of(Instant at) {
  std::string text = format_instant(at).substr(0, 16);
  text[10] = ' ';
  return text;
}

}  // namespace

std::string fit_field(std::string_view field, std::string_view value) {
  constexpr std::size_t kThingMax = 20;
  return std::string(field.starts_with("thing") ? utf8_prefix(value, kThingMax) : value);
}

Result<std::string, WechatFault> WechatApi::openid_of(const std::string& code) const {
  if (!is_plain_code(code)) return Failure{WechatFault::bad_code};
  const HttpAnswer answer =
      exchange_({.url = settings_.base + "/sns/jscode2session?appid=" + settings_.appid +
                        "&secret=" + settings_.secret + "&js_code=" + code +
                        "&grant_type=authorization_code"});
  const auto object = trouble_of(answer) ? std::nullopt : object_of(answer);
  if (!object) return Failure{WechatFault::unreachable};
  if (std::ranges::find(kBadCode, errcode_of(*object)) != kBadCode.end())
    return Failure{WechatFault::bad_code};
  std::string openid = text_of(*object, "openid");
  if (errcode_of(*object) != 0 || openid.empty()) return Failure{WechatFault::unreachable};
  return openid;
}

Result<std::string, Sent> WechatApi::token(Renewal renewal) {
  if (renewal == Renewal::forced) return new_token(renewal);
  const auto text = desk::recall(desk_, std::string(kTokenName));
  const auto kept = text ? std::optional(read_json<KeptToken>(*text)) : std::nullopt;
  const bool good = kept && *kept && (*kept)->appid == settings_.appid &&
                    (*kept)->expires_at > desk_.machine_time() + kTokenSpare;
  if (good) return (*kept)->token;
  return new_token(renewal);
}

/// No trouble here makes the letter's fate unknown: it has not left yet.
Result<std::string, Sent> WechatApi::new_token(Renewal renewal) {
  const bj::object asked{{"grant_type", "client_credential"},
                         {"appid", settings_.appid},
                         {"secret", settings_.secret},
                         {"force_refresh", renewal == Renewal::forced}};
  const HttpAnswer answer = exchange_({.url = settings_.base + "/cgi-bin/stable_token",
                                       .headers = {{"Content-Type", "application/json"}},
                                       .body = bj::serialize(asked)});
  if (const auto trouble = trouble_of(answer))
    return Failure{Sent{Fate::not_now, "token: " + trouble->why, trouble->wait}};
  const auto object = object_of(answer);
  const std::string token = object ? text_of(*object, "access_token") : "";
  if (token.empty()) {
    const std::int64_t code = object ? errcode_of(*object) : 0;
    return Failure{Sent{Fate::not_now, "token: " + std::to_string(code)}};
  }
  const auto* lasts = object->if_contains("expires_in");
  const std::chrono::seconds given(lasts != nullptr && lasts->is_int64() ? lasts->as_int64() : 0);
  const Instant expires_at = desk_.machine_time() + std::min(given, kTokenLastsMost);
  desk::keep(desk_, std::string(kTokenName),
             to_json(KeptToken{settings_.appid, token, expires_at}));
  return token;
}

std::string WechatApi::body_of(const Letter& letter) const {
  bj::object data;
  for (const auto& [field, source] : settings_.fields) {
    std::string value;
    switch (source) {
      case FieldSource::sentence: value = letter.text.zh; break;
      case FieldSource::city: value = desk_.city.file.name.zh; break;
      case FieldSource::time: value = minute_of(letter.at); break;
      case FieldSource::number: value = letter.number; break;
    }
    data[field] = bj::object{{"value", fit_field(field, value)}};
  }
  bj::object body{{"touser", letter.openid},
                  {"template_id", letter.template_id},
                  {"miniprogram_state", settings_.miniprogram_state},
                  {"lang", "zh_CN"},
                  {"data", std::move(data)}};
  if (!letter.page.empty()) body["page"] = letter.page;
  return bj::serialize(body);
}

Sent WechatApi::post(const std::string& token, const Letter& letter) {
  const HttpAnswer answer =
      exchange_({.url = settings_.base + "/cgi-bin/message/subscribe/send?access_token=" + token,
                 .headers = {{"Content-Type", "application/json"}},
                 .body = body_of(letter)});
  if (auto trouble = trouble_of(answer)) return *std::move(trouble);
  const auto object = object_of(answer);
  if (!object || !object->contains("errcode")) return {Fate::unknown, "unreadable answer"};
  const std::int64_t code = errcode_of(*object);
  return {fate_of(code), std::to_string(code)};
}

Sent WechatApi::send(const Letter& letter) {
  const auto first = token(Renewal::if_expired);
  if (!first) return first.error();
  Sent sent = post(*first, letter);
  const auto is_code = [&](std::int64_t code) { return sent.why == std::to_string(code); };
  if (std::ranges::none_of(kStaleToken, is_code)) return sent;
  const auto second = token(Renewal::forced);
  return second ? post(*second, letter) : second.error();
}

}  // namespace mashang::channels
