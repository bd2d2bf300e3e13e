// Files as they come and go: uploads taken piece by piece, who has brought what, and downloads. Net thread; bytes are
// written and read on the worker of files.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"
#include "server/app/desk.h"
#include "server/app/file_slots.h"
#include "server/files/file_store.h"
#include "server/files/file_type.h"

namespace luuvet::server {

struct FileLimits {
  std::uint64_t bytes = 50 * 1024 * 1024;          // of one file; beyond: 413
  SlotLimits uploads{2, 8};                        // at once: of one account (429), of all (503)
  SlotLimits downloads{8, 32};                     // the same; a browser takes parts of a file side by side
  std::size_t unnamed_max = 40;                    // uploads of one account that no document names yet (429)
  std::int64_t unnamed_milliseconds = 86'400'000;  // after which they go
  std::uint64_t free_bytes_min = 1ULL << 30;       // that an upload leaves on the disk; below: 503
};

// What takes as long as an upload must not be used up by many at once: room in the queue of the worker of files for a
// job of each.
inline constexpr std::size_t kFileJobsMax = 64;

class Files {
 public:
  // `store` must know already which files the log names. `desk` is over the worker of files.
  Files(FileStore& store, const Desk& desk, std::filesystem::path folder, FileLimits limits);

  // Of an account that may. `headers`: for the answer, whichever it is.
  api::SinkAnswer take(const VisitPtr& visit, std::vector<api::Header> headers);

  // What a command may name, or nothing.
  std::optional<Upload> find(const std::string& id) const;
  // A command that names it is under way, and what came of it: nothing goes from under its feet.
  void hold(const std::string& id);
  void release(const std::string& id, bool named);

  // Any thread. The part that the visit asks for (api::asked_range). What it throws is a fault: the bytes are not
  // there.
  api::Reply reply(const Visit& visit, const StoredFile& file, bool shown_inline);

  // Uploads that nobody has named in time go.
  void tick(Instant now);

  std::size_t unnamed() const;
  const FileLimits& limits() const { return limits_; }

 private:
  struct Brought {
    Upload upload;
    Instant at;
    unsigned held = 0;
    bool named = false;
  };

  std::optional<api::Problem> refusal(const Visit& visit) const;
  std::size_t unnamed_of(const ActorId& account) const;
  void brought(Upload upload);

  FileStore& store_;
  const Desk& desk_;
  const std::filesystem::path folder_;
  const FileLimits limits_;
  const FileTypes types_;  // for the worker alone
  Slots uploads_;
  Slots downloads_;
  std::map<std::string, Brought, std::less<>> brought_;  // by id
};

// All that some record names, each version of each document.
std::vector<StoredFile> kept_files(const World& world);

}  // namespace luuvet::server
