// What a story's step hands in, as the desk wants it.
#pragma once

#include "cases/inputs.h"
#include "demo/stories.h"

namespace mashang::demo {

/// What the names and distances of a step come to in the store of the demo.
struct Meant {
  UnitId unit;
  std::vector<cases::Assistant> assisting;
  std::string order;  // the number of another story's
  std::vector<AttachmentId> attachments;
  std::optional<Day> day;  // promised, or asked for
  cases::Contact contact;  // the call before a reply
};

cases::Input input_of(const Step& step, const Meant& meant);

}  // namespace mashang::demo
