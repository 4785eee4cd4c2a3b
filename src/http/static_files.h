// Static files: a folder of built pages, read once. Invariant: only what stood in the folder at the
// start can be served, because an address is looked up in a table and never joined to a path.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/request.h"
#include "http/response.h"

namespace mashang::http {

class StaticFiles {
 public:
  /// Reads the folder and all below it (a file "x.gz" beside "x" is its packed form). An absent
  /// folder serves nothing. Throws std::runtime_error on a file that can't be read.
  explicit StaticFiles(const std::filesystem::path& folder);

  /// The file under a relative name such as "assets/index-B2x9.js"; "" and "a/" mean index.html.
  /// 304 when the asker has it already, 404 when there is none.
  Response answer(const Request& request, std::string_view name) const;
  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string_view type;
    std::string tag;
    bool hashed_name;
    std::shared_ptr<const std::string> plain;   // shared with the answers being sent
    std::shared_ptr<const std::string> packed;  // null when there is no packed form
  };
  std::unordered_map<std::string, File> files_;
};

/// The media type of a file by its ending.
std::string_view media_type_of(std::string_view name);

/// Whether a name carries a hash of its content, as bundlers make them: "index-B2x9Qa7k.js".
bool has_hash(std::string_view name);

}  // namespace mashang::http
