// Reading the stories' file.
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/json.h"
#include "demo/stories.h"

namespace mashang::demo {
namespace {

/// The stories name files beside them; from here on they are paths.
void find_files(std::vector<Story>& stories, const std::filesystem::path& folder) {
  for (Story& story : stories) {
    if (story.attachments)
      for (std::string& file : *story.attachments) file = (folder / file).string();
    for (Step& step : story.steps)
      if (step.paper) step.paper = (folder / *step.paper).string();
  }
}

}  // namespace

std::vector<Story> read_stories(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error(file.string() + ": can't be read");
  auto stories = read_json<std::vector<Story>>(text.str());
  if (stories) {
    find_files(*stories, file.parent_path());
    return *std::move(stories);
  }
  std::string all;
  for (const FieldError& error : stories.error())
    all += file.string() + ": " + error.path + ": " + error.text.en + "\n";
  throw std::runtime_error(all);
}

}  // namespace mashang::demo
