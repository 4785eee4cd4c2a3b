// A rulebook's TOML. Everything a city may change is here and is checked here, with the line that
// is wrong, so that a clock never meets a limit that is missing.
#include <toml++/toml.h>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "rules/clocks.h"
#include "rules/law.h"
#include "rules/rulebook.h"

namespace mashang::rules {
namespace {

/// A wrong file: thrown and caught in this file only, since toml++ reports the same way.
struct Wrong {
  Text2s text;
};

Wrong wrong(const toml::source_region& place, const std::string& zh, const std::string& en) {
  const std::string line = std::to_string(place.begin.line);
  return {{"第" + line + "行：" + zh, "line " + line + ": " + en}};
}
Wrong wrong(const toml::node& node, const std::string& zh, const std::string& en) {
  return wrong(node.source(), zh, en);
}

std::string ticked(std::string_view word) { return "`" + std::string(word) + "`"; }

std::string_view text_at(const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  if (node == nullptr)
    throw wrong(table, "缺少 " + ticked(key) + "。", ticked(key) + " is missing");
  const auto text = node->value<std::string_view>();
  if (!text) throw wrong(*node, ticked(key) + " 须为文字。", ticked(key) + " must be a text");
  return *text;
}

Text2s texts_at(const toml::table& table, std::string_view key) {
  const auto* texts = table.get_as<toml::table>(key);
  if (texts == nullptr)
    throw wrong(table, ticked(key) + " 须写成 { zh = \"…\", en = \"…\" }。",
                ticked(key) + " must be { zh = \"...\", en = \"...\" }");
  return {std::string(text_at(*texts, "zh")), std::string(text_at(*texts, "en"))};
}

template <typename E>
E word_at(const toml::table& table, std::string_view key) {
  const std::string_view word = text_at(table, key);
  E value{};
  if (!boost::describe::enum_from_string(std::string(word).c_str(), value))
    throw wrong(*table.get(key), ticked(word) + " 不是可用的 " + std::string(key) + "。",
                ticked(word) + " is no " + std::string(key));
  return value;
}

Day date_at(const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  const auto date = node == nullptr ? std::nullopt : node->value<toml::date>();
  if (!date)
    throw wrong(table, ticked(key) + " 须为日期，例如 2022-10-28。",
                ticked(key) + " must be a date such as 2022-10-28");
  return Day{std::chrono::year{date->year} / date->month / date->day};
}

int number_at(const toml::table& table, std::string_view key, int most) {
  const auto* node = table.get(key);
  const auto value = node == nullptr ? std::nullopt : node->value<std::int64_t>();
  if (!value || *value < 1 || *value > most)
    throw wrong(table, ticked(key) + " 须为1到" + std::to_string(most) + "的数字。",
                ticked(key) + " must be a number from 1 to " + std::to_string(most));
  return int(*value);
}

const Citation& citation_at(const toml::table& table) {
  const std::string_view text = text_at(table, "cites");
  const Citation* found = law::find(text);
  if (found == nullptr)
    throw wrong(*table.get("cites"), ticked(text) + " 不是 law/ 中的条目。",
                ticked(text) + " is no article of law/");
  return *found;
}

LimitRow limit_row(const toml::table& table) {
  const auto clock = word_at<Clock>(table, "clock");
  if (is_promised(clock))
    throw wrong(table, "这个计时以承诺的日期为准，不设时限。",
                "this clock is due on the day promised and has no limit");
  const auto length = calendar::parse_limit(text_at(table, "length"));
  if (!length) throw wrong(*table.get("length"), length.error().zh, length.error().en);
  return {.clock = clock,
          .of = word_at<LimitClass>(table, "class"),
          .length = *length,
          .mode = word_at<calendar::Mode>(table, "mode"),
          .from = date_at(table, "from"),
          .basis = &citation_at(table)};
}

ReplyCode reply_code(const toml::table& table) {
  const auto* promises = table.get_as<bool>("promises");
  if (promises == nullptr)
    throw wrong(table, "`promises` 须为 true 或 false。", "`promises` must be true or false");
  return {.code = std::string(text_at(table, "code")),
          .text = texts_at(table, "text"),
          .promises = promises->get(),
          .basis = &citation_at(table)};
}

/// Reads each table of `[[key]]` and adds it, unless it clashes with one that is there.
template <typename Row, typename Read, typename Clash>
void read_rows(std::vector<Row>& rows, const toml::table& root, std::string_view key, Read&& read,
               Clash&& clash) {
  const auto* tables = root.get_as<toml::array>(key);
  if (tables == nullptr)
    throw wrong(root, "缺少 [[" + std::string(key) + "]]。",
                "there is no [[" + std::string(key) + "]]");
  for (const toml::node& node : *tables) {
    if (node.as_table() == nullptr)
      throw wrong(node, "每一项须为一个表。", "each of these must be a table");
    Row row = read(*node.as_table());
    for (const Row& other : rows)
      if (clash(other, row))
        throw wrong(node, "与前面的一项重复：同样的对象、同样的起始日期。",
                    "this says again what one above says: the same thing, from the same day on");
    rows.push_back(std::move(row));
  }
}

Counted count_at(const toml::table& root, const Count& count) {
  const auto* counts = root.get_as<toml::table>("counts");
  const auto* entry = counts == nullptr ? nullptr : counts->get_as<toml::table>(count.name);
  if (entry == nullptr)
    throw wrong(counts == nullptr ? root : *counts, "[counts] 中缺少 " + ticked(count.name) + "。",
                "[counts] must have " + ticked(count.name));
  return {number_at(*entry, "value", count.most), &citation_at(*entry)};
}

/// Whether a limit for the class itself, or else one for any class, is enough.
enum class Fits { exactly, or_any };

/// A limit is needed from the rulebook's first day on.
void need(const toml::table& root, const Rulebook& book, Clock clock, LimitClass of, Fits fits) {
  for (const LimitRow& row : book.limits) {
    const bool fitting = row.of == of || (fits == Fits::or_any && row.of == LimitClass::any);
    if (row.clock == clock && fitting && row.from <= book.from) return;
  }
  const std::string what = std::string(boost::describe::enum_to_string(clock, "?")) + ", " +
                           boost::describe::enum_to_string(of, "?");
  throw wrong(root, "缺少时限：" + what + "，须从 " + format_day(book.from) + " 起就有。",
              "no [[limit]] for " + what + " from " + format_day(book.from) + " on");
}

/// R21: one for each category, or one for any. R43: one for each difficulty, since what holds for
/// any is meant for orders.
void check_complete(const toml::table& root, const Rulebook& book) {
  using Clocks = boost::describe::describe_enumerators<Clock>;
  boost::mp11::mp_for_each<Clocks>([&](auto clock) {
    if (is_promised(clock.value)) return;
    if (depends_on_difficulty(clock.value))
      for (const LimitClass of : {LimitClass::ordinary, LimitClass::wide})
        need(root, book, clock.value, of, Fits::exactly);
    if (depends_on_category(clock.value))
      for (const LimitClass of :
           {LimitClass::urgent, LimitClass::consultation, LimitClass::help, LimitClass::idea,
            LimitClass::criticism, LimitClass::complaint, LimitClass::wrongdoing})
        need(root, book, clock.value, of, Fits::or_any);
    else if (!is_of_suggestions(clock.value))
      need(root, book, clock.value, LimitClass::any, Fits::exactly);
  });
}

Rulebook rulebook_of(const toml::table& root) {
  Rulebook book;
  book.id = text_at(root, "id");
  book.version = number_at(root, "version", 9999);
  book.from = date_at(root, "from");
  book.title = texts_at(root, "title");
  read_rows(book.limits, root, "limit", limit_row, [](const LimitRow& a, const LimitRow& b) {
    return a.clock == b.clock && a.of == b.of && a.from == b.from;
  });
  read_rows(book.reply_codes, root, "reply_code", reply_code,
            [](const ReplyCode& a, const ReplyCode& b) { return a.code == b.code; });
  for (const Count& count : kCounts) book.*count.value = count_at(root, count);
  check_complete(root, book);
  return book;
}

}  // namespace

Result<Rulebook, Text2s> read_rulebook(std::string_view toml_text) {
  try {
    return rulebook_of(toml::parse(toml_text));
  } catch (const Wrong& found) {
    return Failure{found.text};
  } catch (const toml::parse_error& error) {
    const std::string what(error.description());
    return Failure{wrong(error.source(), "不是正确的TOML：" + what, what).text};
  }
}

}  // namespace mashang::rules
