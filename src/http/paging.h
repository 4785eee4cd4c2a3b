// Paging: a cursor is the place where a page ended, opaque to whoever carries it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "desk/reads.h"
#include "http/request.h"

namespace mashang::http {

template <typename Card>
struct Page {
  std::vector<Card> items;
  std::optional<std::string> next;  // absent at the end

  BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

struct PageAsked {
  std::optional<desk::QueuePlace> after;
  int limit = 0;
};

/// How many are asked for, from 1 to 100, or the usual twenty; the code of what is wrong with it.
Result<int, std::string_view> limit_asked(const Request& request);

/// Reads `cursor` and `limit`; the code of what is wrong with them.
Result<PageAsked, std::string_view> page_asked(const Request& request);
std::string cursor_of(const desk::QueuePlace& place);

}  // namespace mashang::http
