// serve and demo: builds the parts of the server, runs them, and takes them apart in order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mashang::commands {

struct ServeOptions {
  std::filesystem::path data_folder;  // of this city's server: database and attachments
  std::filesystem::path share = {};   // has data/
  std::filesystem::path web = {};     // has mobile/ and console/, as built
  std::string city = "hengyang";
  std::string rulebook = "hunan-hengyang-2022";
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string public_url = {};  // "" for http://localhost:PORT
  std::vector<std::string> trusted_proxies = {};
  std::filesystem::path media_tools = "/usr/bin";  // has ffmpeg and ffprobe
  std::string log_level = "warn";
  bool demo = false;
  bool stories = true;  // of a demo
};

/// Runs until it is told to stop; the exit code.
int serve(const ServeOptions& options);

}  // namespace mashang::commands
