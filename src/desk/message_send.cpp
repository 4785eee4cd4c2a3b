// The people and places are written into the message as they are now, so that it can be read alone.
#include "desk/message_send.h"

#include <cassert>

#include "desk/once.h"
#include "desk/receipt.h"
#include "desk/saving.h"
#include "rules/lifecycle.h"
#include "store/account_store.h"
#include "store/attachment_store.h"
#include "store/case_store.h"
#include "store/message_store.h"
#include "store/reference_store.h"

namespace mashang::desk {
namespace {

using rules::CaseKind;

struct Addressee {
  store::Deputy deputy;
  store::Station station;
};

std::optional<Addressee> find_addressee(store::Connection& connection, const std::string& code) {
  auto deputy = store::find_deputy(connection, code);
  if (!deputy) return std::nullopt;
  auto station = store::find_station(connection, deputy->station);
  assert(station);
  return Addressee{*std::move(deputy), *std::move(station)};
}

cases::Sender sender_of(const Person& resident, const Addressee& to, std::string number) {
  return {.number = std::move(number),
          .resident = resident.viewer.person,
          .deputy = to.deputy.id,
          .deputy_name = to.deputy.name,
          .deputy_code = to.deputy.code,
          .station = to.station.id,
          .station_code = to.station.code,
          .station_name = to.station.name,
          .region = to.station.township.code};
}

/// R71: what is joined is shown, open and of the same station; whatever else is as if it were not
/// there.
std::optional<cases::JoinedMatter> matter_of(store::Connection& connection,
                                             const MessageDraft& draft, const Addressee& to) {
  const auto other = draft.joins ? store::load_message(connection, *draft.joins) : std::nullopt;
  if (!other || !other->publication || !rules::is_open(other->head.state) ||
      other->sender.station != to.station.id)
    return std::nullopt;
  return cases::JoinedMatter{{other->head.id}, other->head.number, other->publication->title};
}

cases::Surroundings look_up(const Desk& desk, store::Connection& connection, const Person& resident,
                            const MessageDraft& draft, const Addressee& to) {
  const auto attachments = draft.attachments.value_or(std::vector<AttachmentId>{});
  cases::Surroundings around = surroundings_of(desk);
  around.joinable = !draft.joins || matter_of(connection, draft, to);
  around.deputy_active = to.deputy.status == rules::DeputyStatus::active;
  around.notice_current = draft.notice_version == desk.city.file.notice.version;
  around.attachments_usable =
      attachments.size() <= cases::kAttachmentsMost &&
      store::attachments_usable(connection, attachments, resident.viewer.person);
  return around;
}

Result<cases::Decision, rules::Refusal> decide_sending(const Desk& desk,
                                                       store::Connection& connection,
                                                       const Person& resident,
                                                       const MessageDraft& draft,
                                                       const Addressee& to, Instant now) {
  const std::int64_t id = store::new_case_id(connection, CaseKind::message);
  const cases::Send send{draft.content,
                         draft.attachments.value_or(std::vector<AttachmentId>{}),
                         draft.position,
                         draft.notice_version,
                         sender_of(resident, to, case_number(CaseKind::message, id, now)),
                         matter_of(connection, draft, to)};
  return cases::decide(cases::blank_case(CaseKind::message, id),
                       {rules::Action::send, actor_of(resident.viewer.role, resident), send},
                       look_up(desk, connection, resident, draft, to), now);
}

/// R72: a session is remembered for some seconds longer than the person is there.
bool erased(store::Connection& connection, const Person& resident) {
  const auto person = store::find_person(connection, resident.viewer.person);
  return !person || person->disabled_at.has_value();
}

/// The code is worked out for every answer and never kept with one.
Outcome with_receipt(store::Connection& connection, Outcome outcome) {
  if (outcome.answer)
    outcome.answer->receipt_code = receipt_code(receipt_secret(connection), outcome.answer->number);
  return outcome;
}

Outcome take(const Desk& desk, store::Connection& connection, const Person& resident,
             const MessageDraft& draft, const Once& once) {
  if (auto earlier = answered_before(connection, resident, once))
    return with_receipt(connection, *std::move(earlier));
  const auto to = find_addressee(connection, draft.deputy);
  if (!to || erased(connection, resident)) return denied(Denied::Why::not_there);
  const Instant now = desk.now();
  const auto decision = decide_sending(desk, connection, resident, draft, *to, now);
  if (!decision) return refused(decision.error(), 0);
  Outcome outcome = finish(desk, connection, resident, once, *decision, now);
  const std::int64_t id = cases::head_of(decision->after).id;
  store::use_attachments(connection, draft.attachments.value_or(std::vector<AttachmentId>{}),
                         {CaseKind::message, id});
  return with_receipt(connection, std::move(outcome));
}

}  // namespace

void send_message(Desk& desk, const Person& resident, MessageDraft draft, Once once,
                  Respond respond) {
  write_once(
      desk, std::move(respond),
      [&desk, resident, draft = std::move(draft), once = std::move(once)](
          store::Connection& connection) { return take(desk, connection, resident, draft, once); });
}

}  // namespace mashang::desk
