// The commands that are not the server: due, rules, openapi, verify, password.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>

namespace mashang::commands {

/// Adds them to the command line; each puts its exit code into `status`.
void add_tools(CLI::App& app, const std::filesystem::path& share, int& status);

}  // namespace mashang::commands
