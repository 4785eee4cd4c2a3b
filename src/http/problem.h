// Problems (RFC 9457): every answer that is a "no" has the same form, in both languages, with the
// article it rests on and, when a rule refused, what changed meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_error.h"
#include "base/text2.h"
#include "http/language.h"
#include "http/response.h"

namespace mashang::http {

/// The article a refusal rests on.
struct ProblemBasis {
  std::string law;
  std::string article;
  Text2s title;
};
BOOST_DESCRIBE_STRUCT(ProblemBasis, (), (law, article, title))

struct Problem {
  int status = 500;
  std::string code;
  Text2s text;
  std::optional<ProblemBasis> basis = {};
  std::vector<FieldError> errors = {};
  std::optional<std::int64_t> version = {};
  std::string changes = {};  // a JSON list that is text already; "" for none
  std::string bind = {};     // the token with which signing in by phone binds WeChat; "" for none
};

/// The problem as an answer, its title and detail in the language of the reader.
Response problem(const Problem& problem, Language language);

/// What the engine itself refuses; `detail` in both languages comes from the code.
Response problem(int status, std::string_view code, Language language);
Problem engine_problem(int status, std::string_view code);

/// A body that could not be read: 400 when it is no JSON at all, else 422 with every field's error.
Problem unreadable(std::vector<FieldError> errors);

/// The shape of a problem, for the description of the API.
const json::Shape& problem_shape();

}  // namespace mashang::http
