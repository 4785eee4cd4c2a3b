// The sweep: what has had its time goes. Sessions that ran out, attachments that no message ever
// used, answers kept for requests that nobody will send again.
#pragma once

#include "desk/desk.h"

namespace mashang::desk {

/// Throws store::Fault. May be run at any time and as often as one likes.
void sweep(Desk& desk);

}  // namespace mashang::desk
