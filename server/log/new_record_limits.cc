#include "server/log/new_record_limits.h"

#include <stdexcept>

#include "api/record_bytes.h"

namespace luuvet::server {
namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::invalid_argument(what);
}

}  // namespace

void require_limits(std::span<const NewRecord> records) {
  for (const NewRecord& record : records) {
    require(record.bytes.size() <= api::kRecordBytesMax, "a record is longer than 256 KiB");
    require(record.bytes.size() <= api::kLeafBytesMax || api::leaf_of(record.bytes).size() <= api::kLeafBytesMax,
            "a leaf is longer than 65,535 bytes");
    require(!record.subject.empty() && record.subject.find('\0') == std::string::npos, "a record has no subject");
    require(record.stream_version > 0, "a record has no stream version");
  }
}

}  // namespace luuvet::server
