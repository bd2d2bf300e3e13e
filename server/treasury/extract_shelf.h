// Treasury files that wait to be booked: beside the log, for thirty days, with what people say about them.
#pragma once

#include <vector>

#include "server/plans/staging.h"
#include "server/treasury/extract_settings.h"

namespace luuvet::server {

// On the worker, one at a time; faults as Staging's.
class ExtractShelf {
 public:
  static constexpr std::size_t kHeadsMax = 100;

  explicit ExtractShelf(std::filesystem::path folder) : files_(folder), folder_(std::move(folder)) {}

  Staging& files() { return files_; }
  const Staging& files() const { return files_; }

  ExtractSettings settings(std::string_view id) const;
  void keep_settings(std::string_view id, const ExtractSettings& settings);
  std::vector<KnownExtractHead> heads() const;
  void remember(KnownExtractHead head);

 private:
  Staging files_;
  const std::filesystem::path folder_;
};

}  // namespace luuvet::server
