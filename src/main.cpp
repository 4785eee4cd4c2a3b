// mashang: the command line. Reads what it was asked for, and lets commands/ do it; the only place
// that reads the environment.
#include <malloc.h>
#include <CLI/CLI.hpp>

#include <iostream>

#include "commands/serve.h"
#include "commands/tools.h"

namespace {

using mashang::commands::ServeOptions;
namespace fs = std::filesystem;

struct Places {
  fs::path share;  // has data/
  fs::path web;    // the built pages: mobile/ and console/
};

/// Beside an installed program, or in the tree that this one was built from.
Places find_places() {
  std::error_code error;
  const fs::path beside =
      fs::canonical("/proc/self/exe", error).parent_path().parent_path() / "share" / "mashang";
  if (fs::exists(beside / "data")) return {beside, beside / "web"};
  const fs::path tree = MASHANG_TREE;
  return {tree, tree / "build" / "web"};
}

/// "127.0.0.1:8080" or "[::1]:8080"; throws CLI::ValidationError.
void set_listen(ServeOptions& options, const std::string& listen) {
  const std::size_t colon = listen.rfind(':');
  const std::string port = colon == std::string::npos ? "" : listen.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 &&
                      port.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || std::stoi(port) > 65535)
    throw CLI::ValidationError("--listen", "must be ADDRESS:PORT, such as 127.0.0.1:8080");
  options.address = listen.substr(0, colon);
  if (options.address.starts_with('['))
    options.address = options.address.substr(1, options.address.size() - 2);
  options.port = std::uint16_t(std::stoi(port));
}

void add_serve_options(CLI::App& command, ServeOptions& options) {
  command.add_option("--data", options.data_folder, "Folder of the database and the attachments")
      ->required(!options.demo)
      ->capture_default_str();
  command.add_option_function<std::string>(
      "--listen", [&](const std::string& text) { set_listen(options, text); },
      "ADDRESS:PORT (127.0.0.1:8080)");
  command.add_option("--public-url", options.public_url, "Address that people and QR codes use");
  command.add_option("--trusted-proxy", options.trusted_proxies,
                     "Address or network of a reverse proxy");
  command.add_option("--media-tools", options.media_tools, "Folder of ffmpeg and ffprobe")
      ->capture_default_str();
  command.add_option("--log", options.log_level, "Least level that is logged")
      ->check(CLI::IsMember({"debug", "info", "warn", "error"}))
      ->capture_default_str();
}

/// The hash of a password takes 19 MB for a moment. By itself the allocator learns to keep blocks
/// of that size, once for each thread; fixed, the limit above which memory goes back at once stays.
void give_large_blocks_back() {
  constexpr int kLargeBlockSize = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, kLargeBlockSize);
}

}  // namespace

int main(int argc, char** argv) {
  give_large_blocks_back();
  CLI::App app{"Mashang 码上找代表: residents, deputies and the 12345 hotline in one closed loop"};
  app.require_subcommand(1);
  const auto [share, web] = find_places();
  int status = 0;

  ServeOptions serving{.data_folder = {}, .share = share, .web = web};
  auto* serve = app.add_subcommand("serve", "Serve a city");
  add_serve_options(*serve, serving);
  serve->callback([&] { status = mashang::commands::serve(serving); });

  ServeOptions showing{.data_folder = "demo-data", .share = share, .web = web, .demo = true};
  auto* demo = app.add_subcommand("demo", "Serve a sample city whose clock you can move");
  add_serve_options(*demo, showing);
  demo->add_flag("!--no-stories", showing.stories, "Start without any messages");
  demo->callback([&] { status = mashang::commands::serve(showing); });

  mashang::commands::add_tools(app, share, status);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const std::exception& error) {
    std::cerr << "mashang: " << error.what() << "\n";
    return 1;
  }
  return status;
}
