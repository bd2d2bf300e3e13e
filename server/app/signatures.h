// Digital signatures of files, looked at once for each content. Net thread; the looking is done on a worker of its own,
// since one file may keep it busy for seconds.
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "domain/plans/document.h"
#include "server/app/desk.h"
#include "server/files/pdf_signatures.h"

namespace luuvet::server {

class Signatures {
 public:
  static constexpr std::size_t kKeptMax = 256;  // reports, the newest

  // `desk` is over the worker of signatures, `files` the folder of the store. `roots`: certificates in PEM that are
  // trusted; empty: none.
  Signatures(const Desk& desk, std::filesystem::path files, std::filesystem::path roots)
      : desk_(desk), files_(std::move(files)), roots_(std::move(roots)) {}

  void answer(const VisitPtr& visit, const StoredFile& file, Finish finish);

 private:
  using Report = std::shared_ptr<const SignatureReport>;
  struct Kept {
    std::string digest;
    Report report;
  };

  Report report_of(const StoredFile& file);
  Report kept(const std::string& digest);
  void keep(const std::string& digest, const Report& report);

  const Desk& desk_;
  const std::filesystem::path files_;
  const std::filesystem::path roots_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // newest first
};

}  // namespace luuvet::server
