// The zip of an Office file, in memory: its parts by name, unpacked piece by piece within limits.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "server/tables/table.h"

struct zip;

namespace luuvet::server {

class Package {
 public:
  // `bytes` must outlive the package. Throws TableFault.
  Package(std::string_view bytes, const TableLimits& limits);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  bool has(const std::string& part) const { return parts_.contains(part); }
  // Hands the part on in pieces. Throws TableFault.
  void read(const std::string& part, const std::function<void(std::string_view piece, bool last)>& take);

 private:
  void look_at_entries();
  void count(std::size_t unpacked);

  const TableLimits& limits_;
  zip* zip_ = nullptr;
  std::set<std::string> parts_;
  std::size_t unpacked_ = 0;
};

}  // namespace luuvet::server
