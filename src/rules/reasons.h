// The nine reasons for which the hotline does not accept a matter (R14), each with the channel that
// is right instead. Emergencies come with the numbers to call.
#pragma once

#include <array>
#include <boost/describe/enum.hpp>

#include "base/text2.h"

namespace mashang::rules {

enum class Reason {
  other_jurisdiction,
  military,
  legal_channel,
  secrets_or_privacy,
  unlawful,
  not_concrete,
  same_matter,
  emergency,
  party_and_congress,
};
BOOST_DESCRIBE_ENUM(Reason, other_jurisdiction, military, legal_channel, secrets_or_privacy,
                    unlawful, not_concrete, same_matter, emergency, party_and_congress)

struct ReasonRow {
  Reason reason;
  Text2 text;
  Text2 channel;  // empty where there is none
};

// clang-format off
inline constexpr auto kReasons = std::to_array<ReasonRow>({
  { Reason::other_jurisdiction, {"不属于本市行政区域管辖", "Another city's jurisdiction"},
    {"请拨打事发地的12345热线（区号+12345）。", "Please call the 12345 hotline of the place concerned (area code + 12345)."} },
  { Reason::military,           {"涉及军队、武警", "Military or armed police"},
    {"请向部队信访部门反映。", "Please turn to the complaints office of the force concerned."} },
  { Reason::legal_channel,      {"应当或已经通过诉讼、仲裁、纪检监察、行政复议、政府信息公开、信访等途径办理", 
     "Belongs to litigation, arbitration, discipline, reconsideration, disclosure or petition channels"},
    {"请向法院、仲裁机构、纪检监察机关、复议机关或信访部门提出。", 
     "Please turn to the court, arbitration body, discipline inspection, reconsideration or petition office."} },
  { Reason::secrets_or_privacy, {"涉及国家秘密、商业秘密、个人隐私", "State secrets, business secrets or privacy"}, {} },
  { Reason::unlawful,           {"违反法律法规或社会公序良俗", "Against the law or public morals"}, {} },
  { Reason::not_concrete,       {"诉求内容不具体，无法办理", "Not concrete enough to be handled"},
    {"请补充时间、地点和具体诉求后再反映。", "Please add when, where and what is asked, then send it again."} },
  { Reason::same_matter,        {"同一人同一事项正在办理或已办结，且无新的内容", "Same person and same matter, in hand or done, with nothing new"},
    {"请查看原工单的进度或结果。", "Please follow the progress or result of the earlier order."} },
  { Reason::emergency,          {"属于110、119、120、122受理的紧急事项", "An emergency for 110, 119, 120 or 122"},
    {"请立即拨打110（警情）、119（火警）、120（急救）、122（交通事故）。", "Call at once: 110 police, 119 fire, 120 ambulance, 122 traffic accident."} },
  { Reason::party_and_congress, {"属于党委、人大、政协职权范围的事项", "A matter for the Party, the congress or the CPPCC"},
    {"请向相应机关反映。", "Please turn to the body concerned."} },
});
// clang-format on

constexpr bool reasons_in_order() {
  for (std::size_t i = 0; i < kReasons.size(); ++i)
    if (kReasons[i].reason != Reason(i)) return false;
  return kReasons.size() == 9;
}
static_assert(reasons_in_order());

/// R41: why a suggestion is turned back to its deputy.
enum class BarReason {
  not_own_words,
  several_matters,
  personal_matter,
  pending_case,
  bid,
  not_concrete,
};
BOOST_DESCRIBE_ENUM(BarReason, not_own_words, several_matters, personal_matter, pending_case, bid,
                    not_concrete)

struct BarReasonRow {
  BarReason reason;
  Text2 text;
};

// clang-format off
inline constexpr auto kBarReasons = std::to_array<BarReasonRow>({
  { BarReason::not_own_words,    {"只是转来群众来信，没有代表自己的建议", "Only forwards a message, with no proposal of the deputy's own"} },
  { BarReason::several_matters, {"一件建议写了几件事，应一事一议", "Speaks of several matters; a suggestion is about one"} },
  { BarReason::personal_matter, {"涉及代表本人或者亲属的个人问题", "A personal matter of the deputy or his family"} },
  { BarReason::pending_case,    {"正在侦查、起诉、审理或者仲裁的案件", "A case that is being investigated, tried or arbitrated"} },
  { BarReason::bid,             {"涉及具体的招标投标、产品推介", "A particular bid, or the promotion of a product"} },
  { BarReason::not_concrete,    {"没有实际内容，或者建议不具体", "Has no substance, or its proposal is not concrete"} },
});
// clang-format on

constexpr bool bar_reasons_in_order() {
  for (std::size_t i = 0; i < kBarReasons.size(); ++i)
    if (kBarReasons[i].reason != BarReason(i)) return false;
  return kBarReasons.size() == std::size_t(BarReason::not_concrete) + 1;
}
static_assert(bar_reasons_in_order());

}  // namespace mashang::rules
