// How each event changes a message.
#include "cases/message.h"

#include "base/overloaded.h"
#include "cases/office.h"

namespace mashang::cases {
namespace {

using rules::Action;
using rules::State;

/// R70: the answer of a station or an office is that of the office, whoever of it wrote it down.
std::string office_name(const Message& message, rules::Role role) {
  return role == rules::Role::station ? message.sender.station_name : std::string(kOfficeName);
}

void take_words(Message& message, const Event& event, const Words& words) {
  if (event.action == Action::answer && event.to == State::result_back) {
    const std::string from = office_name(message, event.actor.role);
    message.result = ResultBack{words.text.value, from, event.at};
    return;
  }
  if (event.action == Action::answer || event.action == Action::relay ||
      event.action == Action::answer_for_deputy) {
    // R1: the station speaks as itself where it answers in the deputy's place.
    const std::string by =
        event.action == Action::answer_for_deputy ? message.sender.station_name : event.actor.name;
    const std::string from = message.result ? message.result->from : std::string();
    message.answers.push_back({words.text.value, by, from, event.at, event.actor.role});
    message.result.reset();
    message.rating.reset();
    return;
  }
  message.additions.push_back({words.text.value, {}, event.actor.role, event.at});
}

void take(Message& message, const Event& event) {
  std::visit(Overloaded{
                 [&](const Send& send) {
                   message.head.number = send.sender.number;
                   message.sender = send.sender;
                   message.content = send.content;
                   message.attachments = send.attachments;
                   message.position = send.position;
                   message.notice_version = send.notice_version;
                   message.joins = send.joins;
                 },
                 [&](const Words& words) { take_words(message, event, words); },
                 [&](const Supplement& more) {
                   message.additions.push_back(
                       {more.text.value, more.attachments.value_or(std::vector<AttachmentId>{}),
                        event.actor.role, event.at});
                 },
                 [&](const CallNoted& call) {
                   message.call_notes.push_back({call.text.value, call.order, call.order_number,
                                                 call.at.value_or(event.at)});
                 },
                 [&](const Publish& publish) {
                   message.publication = Publication{publish.title.value, event.actor.name,
                                                     event.actor.role, event.at};
                 },
                 [&](const PassOnOffice& to) {
                   message.office = office_region(message.sender.region, to.office);
                 },
                 [&](const Rate& rate) {
                   const std::string comment = rate.comment ? rate.comment->value : std::string();
                   message.rating = Rating{rate.score, comment, event.at};
                 },
                 [&](const Rejection& rejection) { message.rejection = rejection; },
                 [&](const TakeResult& result) {
                   message.result = ResultBack{result.text, result.from, event.at};
                 },
                 [](const auto&) {},
             },
             event.input);
}

}  // namespace

void apply(Message& message, const Event& event) {
  apply(message.head, event);
  take(message, event);
  if (event.from != State::with_deputy && event.to == State::with_deputy) message.looked = false;
  if (event.action == Action::pass_on_hotline) message.rejection.reset();
  if (event.action == Action::unpublish) message.publication.reset();
  // Looking, commenting, asking back and showing it move nothing yet; a resident may still withdraw
  // after them.
  const bool counts = event.action != Action::look && event.action != Action::comment &&
                      event.action != Action::ask_for_more && event.action != Action::publish &&
                      event.action != Action::unpublish;
  if (event.action == Action::look || event.action == Action::note_call) message.looked = true;
  if (event.actor.role != rules::Role::resident && event.actor.role != rules::Role::system &&
      counts)
    message.acted = true;
}

Content told_so_far(const Message& message) {
  Content content = message.content;
  for (const Addition& addition : message.additions) {
    if (addition.by != rules::Role::resident) continue;
    auto longer = LongProse::make(content.what.value + "\n补充：" + addition.text);
    if (longer) content.what = *std::move(longer);
  }
  return content;
}

std::vector<AttachmentId> attachments_so_far(const Message& message) {
  std::vector<AttachmentId> attachments = message.attachments;
  for (const Addition& addition : message.additions)
    attachments.insert(attachments.end(), addition.attachments.begin(), addition.attachments.end());
  return attachments;
}

}  // namespace mashang::cases
