// Fault: what is thrown when the disk, the file or a stored row lets us down. A rule that says no
// is never a Fault, so nobody has to catch one before http/.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace mashang::store {

enum class FaultKind {
  disk_full,     ///< Nothing was written; freeing space is enough.
  busy,          ///< Too much waits to be written; nothing was queued, ask again soon.
  in_use,        ///< Another server holds the data folder, or the file stayed locked.
  newer_schema,  ///< The data was written by a newer program than this one.
  constraint,    ///< A statement broke a constraint of the schema.
  broken_row,    ///< A stored row breaks an invariant and is refused.
  unreadable,    ///< Input or output failed, or the file is damaged.
  bug,           ///< A mistake of the program: bad SQL, or an exception that is no Fault.
};

// Derives from std::exception because the one catch in http/ must also see what other libraries
// throw. The sentence is a string of its own: a copy shares nothing with the thread it came from.
class Fault : public std::exception {
 public:
  Fault(FaultKind kind, std::string sentence) : kind_(kind), sentence_(std::move(sentence)) {}

  FaultKind kind() const { return kind_; }
  const std::string& sentence() const { return sentence_; }
  const char* what() const noexcept override { return sentence_.c_str(); }

 private:
  FaultKind kind_;
  std::string sentence_;
};

}  // namespace mashang::store
