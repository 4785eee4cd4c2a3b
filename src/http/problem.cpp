// Writing problems, and the sentences for what is refused before any rule is asked.
#include "http/problem.h"

#include <array>

namespace mashang::http {
namespace {

/// What a problem looks like on the wire; its name is the one the description of the API shows.
namespace wire {
struct Problem {
  std::string type;
  std::string_view title;
  int status;
  std::string_view code;
  std::string_view detail;
  Text2s text;
  std::optional<ProblemBasis> basis;
  std::optional<std::vector<FieldError>> errors;
  std::optional<std::int64_t> version;
  std::optional<RawJson> changes;
  std::optional<std::string> bind;
};
BOOST_DESCRIBE_STRUCT(Problem, (),
                      (type, title, status, code, detail, text, basis, errors, version, changes,
                       bind))
}  // namespace wire

struct StatusTitle {
  int status;
  Text2 title;
};

constexpr auto kTitles = std::to_array<StatusTitle>({
    {400, {"请求有误", "Bad request"}},
    {401, {"尚未登录", "Not signed in"}},
    {403, {"没有权限", "Not permitted"}},
    {404, {"没有找到", "Not found"}},
    {405, {"不支持这种操作", "Method not allowed"}},
    {408, {"请求超时", "Request timed out"}},
    {409, {"按规定不能办理", "Refused by a rule"}},
    {412, {"内容已有变化", "Changed meanwhile"}},
    {413, {"内容过大", "Too large"}},
    {415, {"格式不支持", "Unsupported format"}},
    {422, {"填写有误", "Fields need correction"}},
    {428, {"缺少版本号", "Version missing"}},
    {429, {"操作太频繁", "Too many requests"}},
    {431, {"请求头过大", "Headers too large"}},
    {500, {"系统出错", "Internal error"}},
    {501, {"不支持", "Not supported"}},
    {503, {"系统繁忙", "Busy"}},
});

struct CodeText {
  std::string_view code;
  Text2 text;
};

constexpr auto kCodeTexts = std::to_array<CodeText>({
    {"bad_request", {"请求格式不正确", "The request is malformed"}},
    {"bad_json", {"请求内容不是有效的JSON", "The request body is not valid JSON"}},
    {"host_missing", {"请求缺少Host", "The request names no host"}},
    {"not_found", {"没有找到这个地址", "There is nothing at this address"}},
    {"method_not_allowed", {"这个地址不支持这种操作", "This address does not allow that method"}},
    {"timeout", {"请求没有在规定时间内发完", "The request was not complete in time"}},
    {"body_too_large", {"发送的内容太大", "The request body is too large"}},
    {"headers_too_large", {"请求头太大", "The request headers are too large"}},
    {"json_expected", {"请用JSON格式发送", "Send the body as application/json"}},
    {"invalid_fields", {"有内容需要更正，请看各项提示", "Some fields need correction"}},
    {"internal", {"系统出错，请稍后再试", "Something went wrong; please try again later"}},
    {"busy", {"系统繁忙，请稍后再试", "The system is busy; please try again shortly"}},
});

Text2 title_of(int status) {
  for (const StatusTitle& row : kTitles)
    if (row.status == status) return row.title;
  return kTitles.front().title;
}

Text2 text_of(std::string_view code) {
  for (const CodeText& row : kCodeTexts)
    if (row.code == code) return row.text;
  return kCodeTexts.front().text;
}

/// Document errors that mean "no JSON at all", rather than JSON that doesn't fit.
bool is_malformed(const FieldError& error) {
  constexpr std::array<std::string_view, 4> kCodes = {"bad_json", "invalid_utf8", "too_deep",
                                                      "too_large"};
  if (!error.path.empty()) return false;
  for (const std::string_view code : kCodes)
    if (error.code == code) return true;
  return false;
}

}  // namespace

Response problem(const Problem& problem, Language language) {
  const Text2 title = title_of(problem.status);
  const wire::Problem body{
      .type = "/problems/" + problem.code,
      .title = language == Language::zh ? title.zh : title.en,
      .status = problem.status,
      .code = problem.code,
      .detail = in(language, problem.text),
      .text = problem.text,
      .basis = problem.basis,
      .errors = problem.errors.empty() ? std::nullopt : std::optional(problem.errors),
      .version = problem.version,
      .changes = problem.changes.empty() ? std::nullopt : std::optional(RawJson{problem.changes}),
      .bind = problem.bind.empty() ? std::nullopt : std::optional(problem.bind),
  };
  Response response = json(problem.status, body);
  response.type = kProblemJson;
  return response;
}

Problem engine_problem(int status, std::string_view code) {
  return {.status = status, .code = std::string(code), .text = text_of(code)};
}

Response problem(int status, std::string_view code, Language language) {
  return problem(engine_problem(status, code), language);
}

Problem unreadable(std::vector<FieldError> errors) {
  const bool malformed = errors.size() == 1 && is_malformed(errors.front());
  Problem problem =
      malformed ? engine_problem(400, "bad_json") : engine_problem(422, "invalid_fields");
  problem.errors = std::move(errors);
  return problem;
}

const json::Shape& problem_shape() { return json::shape_of<wire::Problem>(); }

}  // namespace mashang::http
