#include "server/plans/json_file.h"

#include <fstream>

namespace luuvet::server {

namespace fs = std::filesystem;

std::string load_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) throw std::runtime_error("import: cannot read " + path.filename().string());
  return bytes;
}

// A name of its own first.
void save_file(const fs::path& path, std::string_view bytes) {
  const fs::path fresh = path.string() + ".new";
  {
    std::ofstream stream(fresh, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.flush();
    if (!stream) throw std::runtime_error("import: cannot write " + path.filename().string());
  }
  fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write);
  fs::rename(fresh, path);
}

}  // namespace luuvet::server
