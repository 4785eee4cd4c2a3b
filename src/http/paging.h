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
  int limit = 20;
};

/// Reads `cursor` and `limit`; the code of what is wrong with them.
Result<PageAsked, std::string_view> page_asked(const Request& request);
std::string cursor_of(const desk::QueuePlace& place);

}  // namespace mashang::http
