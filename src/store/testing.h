// For tests only: a data folder that is gone when the test is.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "store/fault.h"

namespace mashang::store {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "mashang-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The Fault that `work` throws; a test failure when it throws none.
template <typename Work>
Fault fault_of(Work&& work) {
  try {
    work();
  } catch (const Fault& fault) {
    return fault;
  }
  ADD_FAILURE() << "no fault was thrown";
  return Fault(FaultKind::bug, "none");
}

}  // namespace mashang::store
