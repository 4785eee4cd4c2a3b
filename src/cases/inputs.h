// What each action hands in, one struct per action; the same structs are the request bodies, the
// stored details of events and the schemas of the API.
#pragma once

#include <variant>

#include "cases/message_inputs.h"
#include "cases/order_inputs.h"
#include "cases/suggestion_inputs.h"

namespace mashang::cases {

using Input = std::variant<Nothing, Words, Note, Why, Withdraw, Rate, ReturnRequested, Assisted,
                           Send, Supplement, Publish, PassOnOffice, PassOnHotline, CallNoted,
                           Rejection, TakeResult, Submit, Accept, Record, LineAnswer, Earlier,
                           Joined, ChangeCategory, Dispatched, RequestExtension, Reply, Promise,
                           CallBack, OpenSupervision, FallUnderSupervision, Wording, Drafted,
                           Propose, Invited, SignedJointly, TurnBack, Referred, ReplyFormally>;

/// Calls `visit.operator()<T>()` with the struct that an event of this action keeps.
template <typename Visit>
decltype(auto) with_input_of(rules::Action action, Visit&& visit) {
  using enum rules::Action;
  switch (action) {
    case send: return visit.template operator()<Send>();
    case answer:
    case answer_for_deputy:
    case ask_for_more:
    case comment:
    case relay:
    case ask_again:
    case report_progress: return visit.template operator()<Words>();
    case supplement: return visit.template operator()<Supplement>();
    case publish: return visit.template operator()<Publish>();
    case pass_on_station:
    case give_back:
    case grant_return:
    case grant_extension: return visit.template operator()<Note>();
    case pass_on_office: return visit.template operator()<PassOnOffice>();
    case pass_on_hotline: return visit.template operator()<PassOnHotline>();
    case note_call: return visit.template operator()<CallNoted>();
    case rate:
    case evaluate: return visit.template operator()<Rate>();
    case withdraw:
    case take_back: return visit.template operator()<Withdraw>();
    case take_rejection:
    case reject: return visit.template operator()<Rejection>();
    case take_result: return visit.template operator()<TakeResult>();
    case submit: return visit.template operator()<Submit>();
    case accept: return visit.template operator()<Accept>();
    case record: return visit.template operator()<Record>();
    case answer_on_line: return visit.template operator()<LineAnswer>();
    case append:
    case tell_result:
    case link: return visit.template operator()<Earlier>();
    case take_addition: return visit.template operator()<Joined>();
    case change_category: return visit.template operator()<ChangeCategory>();
    case dispatch: return visit.template operator()<Dispatched>();
    case request_return: return visit.template operator()<ReturnRequested>();
    case request_extension: return visit.template operator()<RequestExtension>();
    case assist: return visit.template operator()<Assisted>();
    case reply: return visit.template operator()<Reply>();
    case promise: return visit.template operator()<Promise>();
    case call_back:
    case unit_call_back: return visit.template operator()<CallBack>();
    case open_supervision: return visit.template operator()<OpenSupervision>();
    case fall_under_supervision: return visit.template operator()<FallUnderSupervision>();
    case escalate:
    case refuse_return:
    case refuse_extension:
    case redo:
    case supervise:
    case lift_supervision:
    case decline: return visit.template operator()<Why>();
    case draft: return visit.template operator()<Drafted>();
    case propose: return visit.template operator()<Propose>();
    case adopt:
    case revise: return visit.template operator()<Wording>();
    case invite: return visit.template operator()<Invited>();
    case sign_jointly: return visit.template operator()<SignedJointly>();
    case turn_back: return visit.template operator()<TurnBack>();
    case refer: return visit.template operator()<Referred>();
    case reply_formally: return visit.template operator()<ReplyFormally>();
    default: return visit.template operator()<Nothing>();
  }
}

}  // namespace mashang::cases
