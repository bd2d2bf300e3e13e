// Files of plans that wait to be taken: beside the log, in a folder each, for thirty days. What stands there is the
// file as it came and what people decided about it; nothing of it is a fact yet.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/plans/settings.h"

namespace luuvet::server {

struct StagedAbout {
  std::string id;
  std::string name;  // of the file
  AgencyId agency;   // for which it was sent in
  ActorId account;
  std::string created_at;  // RFC 3339
};
BOOST_DESCRIBE_STRUCT(StagedAbout, (), (id, name, agency, account, created_at))

// How the columns of a head were used last, for a programme.
struct KnownHead {
  std::string programme;
  std::string head;  // folded words of all columns
  std::vector<ColumnUse> columns;
  std::optional<TableKind> kind = {};
  std::optional<std::int64_t> scale = {};
};
BOOST_DESCRIBE_STRUCT(KnownHead, (), (programme, head, columns, kind, scale))

// On the worker, one at a time. Whatever the disk refuses is thrown as std::system_error or std::runtime_error.
class Staging {
 public:
  static constexpr std::int64_t kKeptDays = 30;
  static constexpr std::size_t kPerAgencyMax = 20;
  static constexpr std::size_t kHeadsMax = 500;

  explicit Staging(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // False when the agency has as many as it may have.
  bool add(const StagedAbout& about, std::string_view bytes);
  std::vector<StagedAbout> list(const AgencyId& agency) const;  // newest first
  std::optional<StagedAbout> about(std::string_view id) const;
  std::string bytes(std::string_view id) const;
  ImportSettings settings(std::string_view id) const;
  void keep_settings(std::string_view id, const ImportSettings& settings);
  void drop(std::string_view id);
  void drop_old(Instant now);

  std::vector<KnownHead> heads() const;
  void remember(KnownHead head);

 private:
  std::vector<StagedAbout> all() const;

  const std::filesystem::path folder_;
};

}  // namespace luuvet::server
