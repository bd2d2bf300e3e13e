#include "server/live/access.h"

#include "api/record_bytes.h"

namespace luuvet::server {

std::string_view bytes_for(Shown shown, std::string_view record, std::string& storage) {
  if (shown == Shown::kRecord) return record;
  storage = api::leaf_of(record);
  return storage;
}

}  // namespace luuvet::server
