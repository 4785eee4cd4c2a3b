// Runs the steps of migrations.cpp that a file does not have yet.
#include <string>

#include "store/migrations.h"

namespace mashang::store {
namespace {

void refuse_newer(std::int64_t found, std::size_t known) {
  if (found <= static_cast<std::int64_t>(known)) return;
  throw Fault(FaultKind::newer_schema,
              "The data was written by a newer version of this program (schema " +
                  std::to_string(found) + "; this one knows " + std::to_string(known) +
                  "). Start the newer version, or restore a backup made before it.");
}

}  // namespace

void migrate(Connection& connection, std::span<const std::string_view> steps) {
  connection.run("begin immediate");
  try {
    const std::int64_t found = connection.value<std::int64_t>("pragma user_version").value_or(0);
    refuse_newer(found, steps.size());
    for (const std::string_view step : steps.subspan(static_cast<std::size_t>(found))) {
      connection.run_script(step);
    }
    connection.run_script("pragma user_version = " + std::to_string(steps.size()));
    connection.run("commit");
  } catch (...) {
    if (connection.in_transaction()) connection.run("rollback");
    throw;
  }
}

}  // namespace mashang::store
