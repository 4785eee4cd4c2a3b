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

inline constexpr auto kAll = std::to_array<const Citation*>({
    &ways_in,         &deputy_duties,   &passing_on, &way_back,  &scope,     &out_of_scope,
    &routing,         &sign_for,        &limits,     &reply,     &callback,  &archive,
    &deputies_law_31, &deputies_law_61, &pipl_17,    &reminders, &rating,    &withdrawal,
    &follow,          &jinan_32,        &praise,     &no_answer, &two_redos, &desk_pace,
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
