// The cast of the stories: who plays which role, looked up in the store of the demo.
#pragma once

#include <map>

#include "cases/case.h"
#include "demo/stories.h"

namespace mashang::demo {

class Cast {
 public:
  explicit Cast(const desk::Desk& desk) : desk_(desk) {}

  /// The resident of a story, made when he is new.
  desk::Person resident(const Resident& resident);
  desk::Person deputy(const std::string& code);
  /// Who takes this step on the case as it stands.
  desk::Person player(const cases::Case& standing, const Step& step, const Story& story);
  UnitId unit(const std::string& name);

 private:
  std::vector<desk::Person> candidates(const rules::Parties& parties, const Story& story);
  desk::Person deputy(DeputyId id);
  /// Where several have the same part, the step says which of them it is.
  bool is_meant(const desk::Person& person, const Step& step);
  const std::vector<desk::Person>& staff();

  desk::Desk desk_;
  // Accounts don't change while stories play, and each of hundreds of steps asks for all of them.
  std::map<std::string, desk::Person> residents_;  // by phone
  std::map<std::int64_t, desk::Person> deputies_;
  std::map<std::string, UnitId> units_;
  std::vector<desk::Person> staff_;
};

}  // namespace mashang::demo
