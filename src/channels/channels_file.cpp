// A section that is left out is a channel that is not set up; a key nobody knows is a mistake.
#include "channels/channels_file.h"

#include <sys/stat.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "channels/address.h"

namespace mashang::channels {
namespace {

/// Services that browsers subscribe at by themselves.
constexpr auto kPushServices =
    std::to_array<std::string_view>({"fcm.googleapis.com", "*.push.services.mozilla.com",
                                     "*.notify.windows.com", "*.push.apple.com"});
/// The kinds of fields that have a form of their own; others we would not know how to fill.
constexpr auto kFieldKinds =
    std::to_array<std::string_view>({"thing", "time", "date", "character_string"});

/// A wrong file: thrown and caught in this file only.
struct Wrong {
  Text2s text;
};

Wrong wrong(const toml::node& node, const std::string& zh, const std::string& en) {
  const std::string line = std::to_string(node.source().begin.line);
  return {{"第" + line + "行：" + zh, "line " + line + ": " + en}};
}

void check_keys(const toml::table& table, std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table)
    if (std::ranges::find(known, key.str()) == known.end())
      throw wrong(node, "没有 `" + std::string(key.str()) + "` 这一项。",
                  "there is no `" + std::string(key.str()) + "`");
}

std::string text_of(const toml::node& node) {
  const auto text = node.value<std::string>();
  if (!text || text->empty()) throw wrong(node, "须为文字。", "this must be a text");
  return *text;
}

std::string text_at(const toml::table& table, std::string_view key,
                    const std::string& otherwise = "") {
  const auto* node = table.get(key);
  if (node != nullptr) return text_of(*node);
  if (otherwise.empty())
    throw wrong(table, "缺少 `" + std::string(key) + "`。",
                "`" + std::string(key) + "` is missing");
  return otherwise;
}

std::vector<std::string> texts_at(const toml::table& table, std::string_view key) {
  std::vector<std::string> texts;
  const auto* node = table.get(key);
  if (node == nullptr) return texts;
  if (node->as_array() == nullptr)
    throw wrong(*node, "须为文字的列表。", "this must be a list of texts");
  for (const toml::node& item : *node->as_array()) texts.push_back(text_of(item));
  return texts;
}

PushSettings push_settings(const toml::table& table) {
  check_keys(table, {"contact", "hosts"});
  PushSettings push{text_at(table, "contact"), texts_at(table, "hosts")};
  if (!push.contact.starts_with("mailto:") && !push.contact.starts_with("https://"))
    throw wrong(*table.get("contact"), "须以 mailto: 或 https:// 开头。",
                "this begins with mailto: or https://");
  if (push.hosts.empty()) push.hosts.assign(kPushServices.begin(), kPushServices.end());
  return push;
}

FieldSource source_of(const toml::node& node) {
  const std::string text = text_of(node);
  for (const auto& row : json::kEnumerators<FieldSource>)
    if (row.name == text) return row.value;
  throw wrong(node, "须为 sentence、city、time 或 number。",
              "this is one of sentence, city, time and number");
}

std::map<std::string, FieldSource> fields_at(const toml::table& table) {
  const auto* fields = table.get_as<toml::table>("fields");
  if (fields == nullptr || fields->empty())
    throw wrong(table, "缺少 [wechat.fields]。", "[wechat.fields] is missing");
  std::map<std::string, FieldSource> sources;
  for (const auto& [key, node] : *fields) {
    const auto fits = [&](std::string_view kind) { return key.str().starts_with(kind); };
    if (std::ranges::none_of(kFieldKinds, fits))
      throw wrong(node, "字段须为 thing、time、date 或 character_string 类。",
                  "fields are of the kinds thing, time, date and character_string");
    sources[std::string(key.str())] = source_of(node);
  }
  return sources;
}

WechatSettings wechat_settings(const toml::table& table) {
  check_keys(table, {"base", "appid", "secret", "template", "fields", "miniprogram_state"});
  WechatSettings wechat;
  wechat.base = text_at(table, "base", wechat.base);
  wechat.appid = text_at(table, "appid");
  wechat.secret = text_at(table, "secret");
  wechat.miniprogram_state = text_at(table, "miniprogram_state", wechat.miniprogram_state);
  if (!read_address(wechat.base))
    throw wrong(*table.get("base"), "须为网址。", "this must be an address");
  if (table.get("template") == nullptr) return wechat;
  wechat.template_id = text_at(table, "template");
  wechat.fields = fields_at(table);
  return wechat;
}

ChannelsSettings settings_of(const toml::table& root) {
  check_keys(root, {"allowed_hosts", "push", "wechat"});
  ChannelsSettings settings{.allowed_hosts = texts_at(root, "allowed_hosts")};
  if (const auto* push = root.get_as<toml::table>("push")) settings.push = push_settings(*push);
  if (const auto* wechat = root.get_as<toml::table>("wechat"))
    settings.wechat = wechat_settings(*wechat);
  return settings;
}

}  // namespace

Result<ChannelsSettings, Text2s> read_channels(std::string_view toml) {
  try {
    return settings_of(toml::parse(toml));
  } catch (const Wrong& found) {
    return Failure{found.text};
  } catch (const toml::parse_error& error) {
    const std::string line = std::to_string(error.source().begin.line);
    // What stands in the line may be a secret, so the parser's words stay out.
    return Failure{Text2s{"第" + line + "行不是有效的TOML。", "line " + line + " is no TOML"}};
  }
}

Result<ChannelsSettings, Text2s> read_channels_file(const std::filesystem::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0)
    return Failure{Text2s{"没有这个文件。", "there is no such file"}};
  if ((info.st_mode & S_IRWXO) != 0)
    return Failure{Text2s{"这个文件含有密钥，其他用户不得读取：请执行 chmod o= 。",
                          "this file holds secrets and others may read it: chmod o= it first"}};
  std::ifstream in(file);
  std::ostringstream text;
  if (!(text << in.rdbuf()))
    return Failure{Text2s{"这个文件无法读取。", "this file can't be read"}};
  return read_channels(text.str());
}

}  // namespace mashang::channels
