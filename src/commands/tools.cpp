// Small commands: text in, text out.
#include "commands/tools.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "base/machine_time.h"
#include "calendar/due_batch.h"
#include "commands/openapi.h"
#include "commands/rules.h"
#include "desk/password.h"
#include "desk/set_up.h"
#include "store/verify.h"

namespace mashang::commands {
namespace {

namespace fs = std::filesystem;

desk::City read_city(const fs::path& share) {
  auto city = desk::read_city(share / "data", "hengyang", "hunan-hengyang-2022");
  if (!city) throw std::runtime_error("the city's files need correction:\n" + city.error());
  return *std::move(city);
}

std::string all_of(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void add_due(CLI::App& app, const fs::path& share) {
  auto* due =
      app.add_subcommand("due", "Due times: lines of START<TAB>LIMIT<TAB>MODE on standard input");
  auto batch = std::make_shared<bool>(false);  // lives as long as the command line
  due->add_flag("--batch", *batch, "One due time or one error a line, without explanations");
  due->callback([=] {
    const desk::City city = read_city(share);
    if (*batch) {
      std::cout << calendar::due_batch(all_of(std::cin), city.days());
      return;
    }
    for (std::string line; std::getline(std::cin, line);)
      std::cout << calendar::due_explained(line, city.days()) << "\n";
  });
}

void add_rules(CLI::App& app, const fs::path& share) {
  auto* rules = app.add_subcommand("rules", "Print the regulation from its tables");
  auto format = std::make_shared<std::string>("zh");
  rules->add_option("--format", *format)
      ->check(CLI::IsMember({"json", "mermaid", "zh", "en"}))
      ->capture_default_str();
  rules->callback([=] { std::cout << print_rules(*format, read_city(share)).value(); });
}

void add_openapi(CLI::App& app, const fs::path& share) {
  auto* openapi =
      app.add_subcommand("openapi", "Print the description of the HTTP API (OpenAPI 3.1)");
  openapi->callback([=] { std::cout << describe_api(read_city(share)) << "\n"; });
}

int print_report(const store::VerifyReport& report) {
  for (const std::string& finding : report.findings) std::cout << finding << "\n";
  std::cout << report.event_count << " events, " << report.case_count << " cases, last hash "
            << (report.last_hash.empty() ? "none" : report.last_hash) << "\n";
  std::cout << (report.findings.empty() ? "The timeline is whole." : "The timeline is BROKEN.")
            << "\n";
  return report.findings.empty() ? 0 : 1;
}

void add_verify(CLI::App& app, int& status) {
  auto* verify = app.add_subcommand("verify", "Check the whole store against its timeline");
  auto folder = std::make_shared<fs::path>();
  verify->add_option("--data", *folder, "Folder of the database")
      ->required()
      ->check(CLI::ExistingDirectory);
  verify->callback([folder, &status] {
    store::Database database({.folder = *folder});
    status = print_report(
        database.read([](store::Connection& connection) { return store::verify(connection); }));
  });
}

int change_password(const fs::path& share, const fs::path& folder, const std::string& login) {
  std::string password;
  std::getline(std::cin, password);
  if (password.size() < desk::kPasswordLengthMin) {
    std::cerr << "A password has at least " << desk::kPasswordLengthMin << " characters.\n";
    return 2;
  }
  const desk::City city = read_city(share);
  store::Database database({.folder = folder});
  desk::Desk desk{.database = database,
                  .city = city,
                  .attachment_files = database.attachments(),
                  .now = machine_now,
                  .machine_time = machine_now,
                  .tell = [](const auto&) {}};
  desk::set_up_city(desk);
  if (desk::set_password(desk, login, password)) return 0;
  std::cerr << "Nobody has the login " << login << ".\n";
  return 2;
}

void add_password(CLI::App& app, const fs::path& share, int& status) {
  auto* command = app.add_subcommand("password", "Set a password, read from standard input");
  auto folder = std::make_shared<fs::path>();
  auto login = std::make_shared<std::string>();
  command->add_option("--data", *folder, "Folder of the database")->required();
  command->add_option("--login", *login, "Whose")->required();
  command->callback([=, &status] { status = change_password(share, *folder, *login); });
}

}  // namespace

void add_tools(CLI::App& app, const fs::path& share, int& status) {
  add_due(app, share);
  add_rules(app, share);
  add_openapi(app, share);
  add_verify(app, status);
  add_password(app, share, status);
}

}  // namespace mashang::commands
