// Sessions come by cookie; what changes something must also carry the session's own token and come
// from our own pages, so that no other site can act in a visitor's name.
#include "http/gate.h"

#include <array>

#include "base/sha256.h"
#include "desk/reads.h"
#include "http/log.h"
#include "http/views.h"

namespace mashang::http {
namespace {

struct ApiProblem {
  std::string_view code;
  int status;
  Text2 text;
};

// clang-format off
constexpr auto kApiProblems = std::to_array<ApiProblem>({
  {"not_signed_in", 401, {"请先登录。", "Please sign in first."}},
  {"bad_csrf", 403, {"页面已过期，请刷新后再试。", "This page is out of date. Reload it and try again."}},
  {"not_there", 404, {"没有找到，或者您无权查看。", "There is no such thing, or it is not yours to see."}},
  {"no_such_queue", 404, {"您没有这个工作队列。", "You have no such queue."}},
  {"bad_cursor", 400, {"翻页参数无效，请从第一页重新查看。", "The cursor is not valid. Start from the first page."}},
  {"bad_limit", 400, {"每页条数须为1至100。", "The limit must be from 1 to 100."}},
  {"idempotency_key_missing", 400, {"请求缺少Idempotency-Key。", "Send an Idempotency-Key with this request."}},
  {"idempotency_key_reused", 422, {"同一个Idempotency-Key已用于另一请求。", "This Idempotency-Key was used for another request."}},
  {"if_match_missing", 428, {"请求缺少If-Match,请带上您所见的版本号。", "Send If-Match with the version you have seen."}},
  {"faster", 412, {"刚才已有人办理，请先查看最新情况。", "Somebody acted just before you. Look at what changed first."}},
  {"busy", 503, {"系统繁忙，您的操作没有执行，请稍后再试。", "The system is busy and nothing was done. Please try again shortly."}},
  {"store_failed", 503, {"暂时无法保存，您的操作没有执行，请稍后再试。", "It could not be saved and nothing was done. Please try again later."}},
  {"too_many_acts", 429, {"操作太频繁，请稍后再试。", "Too many requests. Please wait a moment."}},
  {"bad_phone", 422, {"请输入11位手机号码。", "Please enter a mobile number of 11 digits."}},
  {"code_too_soon", 429, {"验证码刚发过，请稍后再试。", "A code was sent just now. Please wait a moment."}},
  {"code_too_many", 429, {"验证码发送次数过多，请一小时后再试。", "Too many codes were sent. Please try again in an hour."}},
  {"wrong_code", 422, {"验证码不对或已过期，请重新获取。", "The code is wrong or has expired. Please ask for a new one."}},
  {"wrong_password", 422, {"用户名或密码不对。", "The login or the password is wrong."}},
  {"too_many_tries", 429, {"尝试次数过多，请稍后再试。", "Too many tries. Please wait a moment."}},
  {"no_code_channel", 503, {"本系统尚未接通短信，请联系管理员。", "No way to send codes is set up yet. Please ask the administrator."}},
  {"not_media", 422, {"这不是照片、录音或录像，请另选文件。", "This is no photo, recording or video. Please choose another file."}},
  {"picture_too_large", 422, {"照片尺寸过大，请缩小后再上传。", "The photo has too many pixels. Please make it smaller first."}},
  {"picture_damaged", 422, {"照片文件已损坏，请换一张。", "The photo's file is damaged. Please choose another one."}},
  {"media_too_long", 422, {"录音最长120秒，录像最长60秒，请截短后再上传。", "A recording may last 120 seconds, a video 60. Shorten it first."}},
  {"media_too_large", 413, {"照片限12MB，录音、录像限40MB，请缩小后再上传。", "A photo may have 12 MB, a recording or video 40. Make it smaller first."}},
  {"media_damaged", 422, {"文件已损坏或者无法播放，请重新录制。", "The file is damaged or can't be played. Please record it again."}},
  {"media_busy", 503, {"正在处理他人的录音录像，请稍候用同一文件再试。", "Another recording is being worked on. Try again shortly with the same file."}},
  {"no_media_tools", 503, {"本系统暂不能接收录音录像，请改用文字或照片。", "Recordings and videos can't be taken here now. Please write, or send a photo."}},
  {"range_beyond", 416, {"请求的范围超出文件大小。", "The range lies beyond the end of the file."}},
  {"bad_position", 400, {"位置参数无效，请先写纬度、后写经度，如26.9,112.6。", "The position is not valid. Write it as latitude,longitude."}},
  {"file_missing", 422, {"请在file一栏放入文件。", "Put the file into the field `file`."}},
  {"no_such_receipt", 404,
   {"没有查到。请核对留言编号和查询码；查询码在提交留言后的回执上。",
    "Nothing was found. Please check the message's number and its code; both stand on the receipt you got when you sent it."}},
  {"too_many_look_ups", 429, {"查询次数过多，请稍后再试。", "Too many look-ups. Please wait a moment."}},
  {"identity_of_office", 403,
   {"您的姓名和手机号因职务登记，请联系所在单位或系统管理员更改。",
    "Your name and number are registered with your office. Please ask it, or the administrator, to change them."}},
  {"too_many_templates", 409,
   {"常用语最多保存50条，请先删除不用的。",
    "At most 50 templates are kept. Please remove one you no longer need."}},
  {"bad_period", 400,
   {"请写明起止日期，如from=2026-01-01&to=2026-12-31，最长五年。",
    "Give the first and the last day, as in from=2026-01-01&to=2026-12-31; at most five years."}},
  {"bad_step", 422, {"只能前进1 hour、1 day或1 working day。", "The clock moves by 1 hour, 1 day or 1 working day."}},
});
// clang-format on

const ApiProblem& problem_row(std::string_view code) {
  for (const ApiProblem& row : kApiProblems)
    if (row.code == code) return row;
  throw std::logic_error("no problem has the code " + std::string(code));
}

Problem problem_of(std::string_view code) {
  const ApiProblem& row = problem_row(code);
  return {.status = row.status, .code = std::string(row.code), .text = row.text};
}

bool changes_something(Method method) {
  return method != Method::get && method != Method::head && method != Method::options;
}

/// Browsers say where a request comes from; what says so must say one of our own pages.
bool from_our_pages(const App& app, const Request& request) {
  const std::string_view origin = request.header("origin");
  if (origin.empty() || origin == app.settings.public_url) return true;
  const std::string_view host = request.header("host");
  return origin.ends_with(host) &&
         (origin == "http://" + std::string(host) || origin == "https://" + std::string(host));
}

Response refused(const Request& request, const desk::Denied& denied) {
  Problem problem{.status = denied.refusal.code == "not_yours" ? 403 : 409,
                  .code = std::string(denied.refusal.code),
                  .text = denied.refusal.text,
                  .version = denied.version};
  const BasisView basis = basis_of(*denied.refusal.basis);
  problem.basis = ProblemBasis{basis.law, basis.article, basis.title};
  return http::problem(problem, request.language());
}

/// 412 says what changed since the version that the person had seen.
Response faster(App& app, const Request& request, const desk::Person& person, const CaseKey& key,
                std::int64_t seen_version) {
  Problem problem = problem_of("faster");
  const auto reading = desk::read_case(app.desk, person, key.kind, key.id);
  if (!reading) return refuse(request, "not_there");
  std::vector<TimelineEntry> entries = timeline_of({app.desk, person, app.desk.now()}, *reading);
  std::erase_if(entries, [&](const TimelineEntry& entry) { return entry.version <= seen_version; });
  problem.version = cases::head_of(reading->standing).version;
  problem.changes = to_json(entries);
  return http::problem(problem, request.language());
}

}  // namespace

Response refuse(const Request& request, std::string_view code) {
  return problem(problem_of(code), request.language());
}

Response refuse_for(const Request& request, std::string_view code, std::chrono::seconds wait) {
  return refuse(request, code).with("Retry-After", std::to_string(wait.count()));
}

std::optional<Response> answer_to_fault(const std::exception& fault, Language language) {
  const desk::StoreTrouble trouble = desk::trouble_of(fault);
  if (trouble == desk::StoreTrouble::none) return std::nullopt;
  const bool busy = trouble == desk::StoreTrouble::busy;
  return problem(problem_of(busy ? "busy" : "store_failed"), language)
      .with("Retry-After", busy ? "1" : "10");
}

Result<desk::Session, Response> signed_in(App& app, const Request& request) {
  const std::string_view token = request.cookie(kSessionCookie);
  if (token.empty()) return Failure{refuse(request, "not_signed_in")};
  auto session = app.sessions.find(token);
  if (!session) return Failure{refuse(request, "not_signed_in")};
  if (!changes_something(request.method)) return *std::move(session);
  if (!from_our_pages(app, request) || !same_secret(request.header("x-csrf-token"), session->csrf))
    return Failure{refuse(request, "bad_csrf")};
  const std::string key = std::to_string(session->person.viewer.person.value);
  if (const auto wait = app.acts_by_person.take(key, app.desk.machine_time()))
    return Failure{refuse_for(request, "too_many_acts", *wait)};
  return *std::move(session);
}

Result<desk::Once, Response> once_of(const Request& request) {
  constexpr std::size_t kKeySizeMax = 100;
  const std::string_view key = request.header("idempotency-key");
  if (key.empty() || key.size() > kKeySizeMax)
    return Failure{refuse(request, "idempotency_key_missing")};
  return desk::Once{std::string(key),
                    sha256_hex(std::string(request.path()) + "\n" + request.body)};
}

Result<std::int64_t, Response> version_of(const Request& request) {
  std::string_view tag = request.header("if-match");
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"')
    tag = tag.substr(1, tag.size() - 2);
  const auto version = positive_number(tag.substr(0, tag.find('-')));
  if (!version) return Failure{refuse(request, "if_match_missing")};
  return *version;
}

Handler for_person(App& app, PersonHandler handler) {
  return [&app, handler = std::move(handler)](const Request& request) {
    const auto session = signed_in(app, request);
    return session ? handler(request, *session) : session.error();
  };
}

Response denied(App& app, const Request& request, const desk::Person& person, rules::CaseKind kind,
                std::int64_t id, std::int64_t seen_version, const desk::Denied& denied) {
  using Why = desk::Denied::Why;
  switch (denied.why) {
    case Why::not_there: return refuse(request, "not_there");
    case Why::faster: return faster(app, request, person, {kind, id}, seen_version);
    case Why::refused: return refused(request, denied);
    case Why::key_reused: return refuse(request, "idempotency_key_reused");
    case Why::busy: return refuse_for(request, "busy", std::chrono::seconds(1));
    case Why::fault: break;
  }
  log_fault(denied.detail, request.trace);
  return refuse_for(request, "store_failed", std::chrono::seconds(10));
}

}  // namespace mashang::http
