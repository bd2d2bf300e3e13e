// The bytes of files, outside the log: <folder>/<2 hex digits>/<id>, mode 0600, never changed. Who has a file and what
// it is called stands in the log; here are bytes alone. Files of the same bytes share them as links of one inode, so
// each may go by itself.
//
// One thread at a time: the worker of files, or who builds the server before it runs. Errors are std::system_error.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/plans/document.h"
#include "server/files/incoming_file.h"

namespace luuvet::server {

class FileStore {
 public:
  // Makes the folders as far as they are missing; what came only in part before goes.
  explicit FileStore(std::filesystem::path folder);

  // Whatever is not among them goes.
  void keep_only(const std::vector<StoredFile>& kept);

  std::unique_ptr<IncomingFile> begin() const;
  // Gives what came an id; durable when this returns. `digest`: what finish() said.
  std::string keep(const IncomingFile& incoming, const std::string& digest);

  std::filesystem::path path_of(const std::string& id) const;
  void remove(const std::string& id) const;  // no error where it is gone

 private:
  bool share(const std::string& digest, const std::filesystem::path& path) const;

  const std::filesystem::path folder_;
  std::unordered_map<std::string, std::string> known_;  // digest -> an id of these bytes
};

// 128 random bits as 32 hex digits, and whether a text could be that.
std::string new_file_id();
bool is_file_id(std::string_view text);

// The file of the id below `folder`, wherever the store is open.
std::filesystem::path file_path(const std::filesystem::path& folder, const std::string& id);

// SHA-256 of a file's bytes, read in pieces; empty where there is none.
std::string digest_of_file(const std::filesystem::path& path);

}  // namespace luuvet::server
