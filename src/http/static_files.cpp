// Pages ask again each time (no-cache, answered by 304); what has its hash in the name never again.
#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "base/sha256.h"
#include "http/problem.h"

namespace mashang::http {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view ending;
  std::string_view type;
};

constexpr auto kMediaTypes = std::to_array<MediaType>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".geojson", "application/geo+json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".gif", "image/gif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
});

std::shared_ptr<const std::string> content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  auto content = std::make_shared<std::string>(std::istreambuf_iterator<char>(file),
                                               std::istreambuf_iterator<char>());
  if (!file.good() && !file.eof()) throw std::runtime_error("can't read " + path.string());
  return content;
}

bool names_match(std::string_view if_none_match, std::string_view tag) {
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

bool takes_gzip(const Request& request) {
  return request.header("accept-encoding").find("gzip") != std::string_view::npos;
}

}  // namespace

std::string_view media_type_of(std::string_view name) {
  for (const MediaType& row : kMediaTypes)
    if (name.ends_with(row.ending)) return row.type;
  return "application/octet-stream";
}

bool has_hash(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view stem = name.substr(0, dot);
  const std::size_t mark = stem.find_last_of("-.");
  if (mark == std::string_view::npos) return false;
  const std::string_view hash = stem.substr(mark + 1);
  const auto is_hash_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  const auto is_word_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  // Eight letters or more, and not just a word: "page-settings.js" carries no hash.
  return hash.size() >= 8 && std::all_of(hash.begin(), hash.end(), is_hash_letter) &&
         !std::all_of(hash.begin(), hash.end(), is_word_letter);
}

StaticFiles::StaticFiles(const fs::path& folder) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    // A symbolic link could lead out of the folder.
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    if (name.ends_with(".gz")) continue;
    File file{.type = media_type_of(name), .tag = {}, .hashed_name = has_hash(name)};
    file.plain = content_of(entry.path());
    file.tag = '"' + sha256_hex(*file.plain).substr(0, 32) + '"';
    const fs::path packed = entry.path().string() + ".gz";
    if (fs::is_regular_file(packed) && !fs::is_symlink(packed)) file.packed = content_of(packed);
    files_.emplace(name, std::move(file));
  }
}

Response StaticFiles::answer(const Request& request, std::string_view name) const {
  std::string key(name);
  if (key.empty() || key.ends_with('/')) key += "index.html";
  const auto found = files_.find(key);
  if (found == files_.end()) return problem(404, "not_found", request.language());
  const File& file = found->second;
  const bool packed = file.packed != nullptr && takes_gzip(request);
  Response response;
  response.with("ETag", file.tag);
  response.with("Cache-Control",
                file.hashed_name ? "public, max-age=31536000, immutable" : "no-cache");
  if (file.packed != nullptr) response.with("Vary", "Accept-Encoding");
  if (names_match(request.header("if-none-match"), file.tag)) {
    response.status = 304;
    return response;
  }
  response.type = file.type;
  response.shared_body = packed ? file.packed : file.plain;
  if (packed) response.with("Content-Encoding", "gzip");
  return response;
}

}  // namespace mashang::http
