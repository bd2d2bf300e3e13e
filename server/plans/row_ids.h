// Ids for rows that a file brings: "<programme>.ii.iv.2.1".
#pragma once

#include <functional>
#include <set>
#include <string>

#include "server/plans/file_rows.h"

namespace luuvet::server {

class RowIds {
 public:
  // `taken`: whether a row of the register has the id already.
  RowIds(std::string programme, std::function<bool(const std::string&)> taken)
      : programme_(std::move(programme)), taken_(std::move(taken)) {}

  // By its place in the document; by its place in the file where it has no number. Never the same twice.
  std::string next(const FileRow& file, const std::string& number);

 private:
  const std::string programme_;
  const std::function<bool(const std::string&)> taken_;
  std::set<std::string> given_;
};

}  // namespace luuvet::server
