// A rulebook's TOML. Everything a city may change is here and is checked here, at start, with the
// line that is wrong, so that a clock never meets a limit that is missing.
#include <toml++/toml.h>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "rules/law.h"
#include "rules/rulebook.h"

namespace mashang::rules {
namespace {

/// A wrong file: thrown and caught in this file only, since toml++ reports the same way.
struct Wrong {
  std::string text;
};

std::string at(const toml::node& node) {
  return "line " + std::to_string(node.source().begin.line) + ": ";
}

std::string_view text_at(const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  if (node == nullptr) throw Wrong{at(table) + "`" + std::string(key) + "` is missing"};
  const auto text = node->value<std::string_view>();
  if (!text) throw Wrong{at(*node) + "`" + std::string(key) + "` must be a text"};
  return *text;
}

template <typename E>
E word_at(const toml::table& table, std::string_view key) {
  const std::string_view word = text_at(table, key);
  E value{};
  if (!boost::describe::enum_from_string(std::string(word).c_str(), value))
    throw Wrong{at(*table.get(key)) + "`" + std::string(word) + "` is no " + std::string(key)};
  return value;
}

Day date_at(const toml::table& table, std::string_view key) {
  const auto* node = table.get(key);
  const auto date = node == nullptr ? std::nullopt : node->value<toml::date>();
  if (!date)
    throw Wrong{at(table) + "`" + std::string(key) + "` must be a date such as 2022-10-28"};
  return Day{std::chrono::year{date->year} / date->month / date->day};
}

const Citation& citation_at(const toml::table& table) {
  const std::string_view text = text_at(table, "cites");
  const Citation* found = law::find(text);
  if (found == nullptr)
    throw Wrong{at(*table.get("cites")) + "`" + std::string(text) + "` is no article of law/"};
  return *found;
}

LimitRow limit_row(const toml::table& table) {
  const auto length = calendar::parse_limit(text_at(table, "length"));
  if (!length) throw Wrong{at(*table.get("length")) + length.error().en};
  return {.clock = word_at<Clock>(table, "clock"),
          .of = word_at<LimitClass>(table, "class"),
          .length = *length,
          .mode = word_at<calendar::Mode>(table, "mode"),
          .from = date_at(table, "from"),
          .basis = &citation_at(table)};
}

int count_at(const toml::table& root, std::string_view key) {
  const auto* counts = root["counts"].as_table();
  const auto* entry = counts == nullptr ? nullptr : counts->get_as<toml::table>(key);
  if (entry == nullptr) throw Wrong{"[counts] must have `" + std::string(key) + "`"};
  citation_at(*entry);
  const auto value = (*entry)["value"].value<std::int64_t>();
  if (!value || *value < 1 || *value > 100)
    throw Wrong{at(*entry) + "`value` must be a number from 1 to 100"};
  return int(*value);
}

void need(const Rulebook& book, Clock clock, LimitClass of) {
  for (const LimitRow& row : book.limits)
    if (row.clock == clock && (row.of == of || row.of == LimitClass::any)) return;
  throw Wrong{std::string("no [[limit]] for clock ") + boost::describe::enum_to_string(clock, "?") +
              ", class " + boost::describe::enum_to_string(of, "?")};
}

void check_complete(const Rulebook& book) {
  using Clocks = boost::describe::describe_enumerators<Clock>;
  using Classes = boost::describe::describe_enumerators<LimitClass>;
  boost::mp11::mp_for_each<Clocks>([&](auto clock) {
    if (clock.value != Clock::work_limit && clock.value != Clock::redo_limit)
      return need(book, clock.value, LimitClass::any);
    boost::mp11::mp_for_each<Classes>([&](auto of) {
      if (of.value != LimitClass::any) need(book, clock.value, of.value);
    });
  });
}

Rulebook rulebook_of(const toml::table& root) {
  Rulebook book;
  book.id = text_at(root, "id");
  const auto* title = root["title"].as_table();
  if (title == nullptr) throw Wrong{"`title` must be { zh = \"...\", en = \"...\" }"};
  book.title = {std::string(text_at(*title, "zh")), std::string(text_at(*title, "en"))};
  const auto* rows = root["limit"].as_array();
  if (rows == nullptr) throw Wrong{"there is no [[limit]]"};
  for (const toml::node& row : *rows) {
    if (row.as_table() == nullptr) throw Wrong{at(row) + "a limit must be a table"};
    book.limits.push_back(limit_row(*row.as_table()));
  }
  book.callback_tries_count = count_at(root, "callback_tries");
  book.redo_count_max = count_at(root, "redo_max");
  check_complete(book);
  return book;
}

}  // namespace

Result<Rulebook, std::string> read_rulebook(std::string_view toml_text) {
  try {
    return rulebook_of(toml::parse(toml_text));
  } catch (const Wrong& wrong) {
    return Failure{wrong.text};
  } catch (const toml::parse_error& error) {
    return Failure{"line " + std::to_string(error.source().begin.line) + ": " +
                   std::string(error.description())};
  }
}

}  // namespace mashang::rules
