// Outlet: one way out of the house, such as web push or WeChat. Here, and nowhere else, one
// interface has several implementations: which of them a city has is known only when its
// configuration is read.
#pragma once

#include "desk/delivery.h"

namespace mashang::channels {

class Outlet {
 public:
  virtual ~Outlet() = default;

  /// Hands the letter to the service and says what became of it. Waits for the answer, but not
  /// long; throws only for faults of our own.
  virtual desk::Sent send(const desk::Letter& letter) = 0;
};

}  // namespace mashang::channels
