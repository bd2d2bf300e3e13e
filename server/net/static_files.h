// The built web client, read into memory once at start and served from there: a request can reach no file that was not
// loaded.
//
// Files whose name carries a hash of their content ("assets/index-DiwrgTda.js") may be kept for ever; everything else
// is asked for anew each time and answered 304 by its ETag. "name.br" and "name.gz" beside "name" are sent to who
// accepts them. The page itself (index.html) is sent anew each time, with a nonce in the place of LUUVET-CSP-NONCE and
// the content security policy that goes with it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "api/http/http_message.h"

namespace luuvet::server {

class StaticFiles {
 public:
  static constexpr std::size_t kTotalBytesMax = 64 * 1024 * 1024;

  StaticFiles() = default;  // nothing to serve

  // Reads `folder` and what is below it; hidden files and symbolic links are left out. Throws std::runtime_error if it
  // is no folder, has no index.html, cannot be read or is too large.
  static StaticFiles load(const std::filesystem::path& folder);

  // The answer to a GET, or nothing if no file has this path. "/" and, for a browser that navigates (Accept:
  // text/html), every path that is neither a file nor below /api, /audit or a technical one is index.html: its views
  // have addresses of their own.
  std::optional<api::Reply> reply(const api::Request& request) const;

 private:
  struct Variant {
    std::shared_ptr<const std::string> bytes;
    std::string etag;
  };
  struct File {
    std::string content_type;
    bool immutable = false;
    bool is_page = false;
    std::map<std::string, Variant, std::less<>> variants;  // by coding: "", "br", "gzip"
  };

  void add(const std::string& path, std::string bytes);
  const File* find(const api::Request& request) const;
  static api::Reply page(const File& file);
  static const Variant& choose(const File& file, const api::Request& request, std::string_view& coding);

  std::map<std::string, File, std::less<>> files_;  // by path, "/assets/x.js"
};

}  // namespace luuvet::server
