// The articles that rules cite, one name each. A test checks that law/ has a heading for every one.
#pragma once

#include <array>

#include "rules/citation.h"

namespace mashang::rules::law {

inline constexpr std::string_view kHengyang = "hengyang-2022";
inline constexpr std::string_view kOurs = "our-choices";

inline constexpr Citation ways_in{kHengyang, "ways-in", Basis::interview, {"诉求渠道", "Ways in"}};
inline constexpr Citation deputy_duties{
    kHengyang, "deputy-duties", Basis::interview, {"代表办理", "What the deputy does"}};
inline constexpr Citation passing_on{
    kHengyang, "passing-on", Basis::interview, {"分级转交", "Passing on by level"}};
inline constexpr Citation way_back{
    kHengyang, "way-back", Basis::interview, {"逐级反馈", "The answer's way back"}};
inline constexpr Citation scope{kHengyang, "scope", Basis::interview, {"受理范围", "Scope"}};
inline constexpr Citation out_of_scope{
    kHengyang, "out-of-scope", Basis::interview, {"不予受理的情形", "What is not accepted"}};
inline constexpr Citation routing{kHengyang, "routing", Basis::interview, {"转派", "Dispatch"}};
inline constexpr Citation sign_for{
    kHengyang, "sign-for", Basis::interview, {"签收", "Signing for"}};
inline constexpr Citation limits{kHengyang, "limits", Basis::interview, {"办理时限", "Limits"}};
inline constexpr Citation reply{kHengyang, "reply", Basis::interview, {"答复", "Reply"}};
inline constexpr Citation callback{kHengyang, "callback", Basis::interview, {"回访", "Callback"}};
inline constexpr Citation archive{kHengyang, "archive", Basis::interview, {"归档", "Archive"}};
inline constexpr Citation deputies_law_31{"deputies-law-2025",
                                          "article-31",
                                          Basis::read,
                                          {"代表法第三十一条", "Deputies Law, Article 31"}};
inline constexpr Citation deputies_law_61{
    "deputies-law-2025",
    "articles-61-63",
    Basis::read,
    {"代表法第六十一至六十三条", "Deputies Law, Articles 61 to 63"}};
inline constexpr Citation pipl_17{
    "personal-information-2021",
    "article-17",
    Basis::read,
    {"个人信息保护法第十七条", "Personal Information Law, Article 17"}};
inline constexpr Citation reminders{kOurs, "reminders", Basis::ours, {"代表提醒", "Reminders"}};
inline constexpr Citation rating{kOurs, "rating", Basis::ours, {"群众评价", "Rating"}};
inline constexpr Citation withdrawal{kOurs, "withdrawal", Basis::ours, {"撤回", "Withdrawal"}};
inline constexpr Citation follow{kOurs, "follow", Basis::ours, {"跟进留言", "Following"}};
inline constexpr Citation jinan_32{
    "jinan-2018",
    "article-32",
    Basis::read,
    {"济南市12345市民服务热线条例第三十二条", "Jinan Hotline Regulations, Article 32"}};
inline constexpr Citation praise{kOurs, "praise", Basis::ours, {"表扬登记", "Praise"}};
inline constexpr Citation no_answer{
    kOurs, "no-answer", Basis::ours, {"回访未接通", "Callback without answer"}};
inline constexpr Citation two_redos{
    kOurs, "two-redos", Basis::ours, {"两次重办后督办", "Supervision after two redos"}};
inline constexpr Citation desk_pace{
    kOurs, "desk-pace", Basis::ours, {"审核派单时限", "Pace of the hotline's desk"}};

inline constexpr Citation returns{kHengyang, "returns", Basis::interview, {"退件", "Returns"}};
inline constexpr Citation extension{
    kHengyang, "extension", Basis::interview, {"延期", "Extension"}};
inline constexpr Citation promise{
    kHengyang, "promise", Basis::interview, {"暂不能解决", "What can't be solved now"}};
inline constexpr Citation suggestion{
    kHengyang, "suggestion", Basis::interview, {"转为代表建议", "Becoming a suggestion"}};
inline constexpr Citation deputies_law_36{"deputies-law-2025",
                                          "article-36",
                                          Basis::read,
                                          {"代表法第三十六条", "Deputies Law, Article 36"}};
inline constexpr Citation deputies_law_51{"deputies-law-2025",
                                          "article-51",
                                          Basis::read,
                                          {"代表法第五十一条", "Deputies Law, Article 51"}};
inline constexpr Citation beijing_11{
    "beijing-2021",
    "article-11",
    Basis::read,
    {"北京市接诉即办工作条例第十一条", "Beijing Regulations on Swift Response, Article 11"}};
inline constexpr Citation beijing_14{
    "beijing-2021",
    "article-14",
    Basis::read,
    {"北京市接诉即办工作条例第十四条", "Beijing Regulations on Swift Response, Article 14"}};
inline constexpr Citation weifang_22{
    "weifang-12345",
    "article-22",
    Basis::read,
    {"潍坊市12345政务服务便民热线条例第二十二条", "Weifang Hotline Regulations, Article 22"}};
inline constexpr Citation weifang_26{
    "weifang-12345",
    "article-26",
    Basis::read,
    {"潍坊市12345政务服务便民热线条例第二十六条", "Weifang Hotline Regulations, Article 26"}};
inline constexpr Citation jinan_28{
    "jinan-2018",
    "article-28",
    Basis::read,
    {"济南市12345市民服务热线条例第二十八条", "Jinan Hotline Regulations, Article 28"}};
inline constexpr Citation chongqing_9{
    "chongqing-suggestions-2017",
    "article-9",
    Basis::read,
    {"重庆市人大代表建议工作条例第九条", "Chongqing Regulations on Suggestions, Article 9"}};
inline constexpr Citation chongqing_24{"chongqing-suggestions-2017",
                                       "articles-24-28",
                                       Basis::read,
                                       {"重庆市人大代表建议工作条例第二十四、二十八条",
                                        "Chongqing Regulations on Suggestions, Articles 24, 28"}};
inline constexpr Citation chongqing_26{"chongqing-suggestions-2017",
                                       "articles-26-29",
                                       Basis::read,
                                       {"重庆市人大代表建议工作条例第二十六至二十九条",
                                        "Chongqing Regulations on Suggestions, Articles 26 to 29"}};
inline constexpr Citation chongqing_return{
    "chongqing-suggestions-2017",
    "wrong-referral",
    Basis::read,
    {"重庆市人大代表建议工作条例第十六条", "Chongqing Regulations on Suggestions, Article 16"}};
inline constexpr Citation zhejiang_22{
    "zhejiang-suggestions-2016",
    "article-22",
    Basis::read,
    {"浙江省人大代表建议办理规定第二十二条", "Zhejiang Rules on Suggestions, Article 22"}};
inline constexpr Citation provinces_redo{
    "zhejiang-suggestions-2016",
    "redo",
    Basis::read,
    {"浙江省人大代表建议办理规定第二十四条", "Zhejiang Rules on Suggestions, Article 24"}};
inline constexpr Citation neighbours{
    kOurs, "neighbours", Basis::ours, {"向邻里公开", "Shown to neighbours"}};
inline constexpr Citation asking_back{
    kOurs, "asking-back", Basis::ours, {"待群众补充", "Asking back"}};
inline constexpr Citation term_ended{
    kOurs, "term-ended", Basis::ours, {"代表资格终止后的留言", "When a deputy's term has ended"}};
inline constexpr Citation void_contacts{
    kOurs, "void-contacts", Basis::ours, {"无效来件登记", "Void contacts"}};
inline constexpr Citation on_the_line{
    kOurs, "on-the-line", Basis::ours, {"在线解答", "Answered on the line"}};
inline constexpr Citation supervision{
    kOurs, "supervision", Basis::ours, {"督办级别与时限", "Supervision: levels and limits"}};
inline constexpr Citation new_due_time{
    kOurs, "new-due-time", Basis::ours, {"重新计算时限", "Counting again"}};
inline constexpr Citation assisting{
    kOurs, "assisting", Basis::ours, {"协办时限", "Limits of assisting units"}};
inline constexpr Citation extension_size{
    kOurs,
    "extension-size",
    Basis::ours,
    {"延期次数与长度", "How often and how long an extension is"}};
inline constexpr Citation office_pace{
    kOurs, "office-pace", Basis::ours, {"联络机构办理时限", "Pace of the liaison office"}};

inline constexpr auto kAll = std::to_array<const Citation*>({
    &ways_in,        &deputy_duties, &passing_on,      &way_back,         &scope,
    &out_of_scope,   &routing,       &sign_for,        &limits,           &reply,
    &callback,       &archive,       &deputies_law_31, &deputies_law_61,  &pipl_17,
    &reminders,      &rating,        &withdrawal,      &follow,           &jinan_32,
    &praise,         &no_answer,     &two_redos,       &desk_pace,        &returns,
    &extension,      &promise,       &suggestion,      &deputies_law_36,  &deputies_law_51,
    &beijing_11,     &beijing_14,    &weifang_22,      &weifang_26,       &jinan_28,
    &chongqing_9,    &chongqing_24,  &chongqing_26,    &chongqing_return, &zhejiang_22,
    &provinces_redo, &asking_back,   &term_ended,      &void_contacts,    &on_the_line,
    &supervision,    &new_due_time,  &office_pace,     &assisting,        &extension_size,
    &neighbours,
});

/// The citation written "hengyang-2022 limits" (instrument, space, article), or nullptr.
constexpr const Citation* find(std::string_view written) {
  const std::size_t space = written.find(' ');
  if (space == std::string_view::npos) return nullptr;
  for (const Citation* citation : kAll)
    if (citation->instrument == written.substr(0, space) &&
        citation->article == written.substr(space + 1))
      return citation;
  return nullptr;
}

}  // namespace mashang::rules::law
