#include "server/app/watcher.h"

namespace luuvet::server {
namespace {

// Of these the content says who is asked for an answer, and may read it.
bool asks_others(std::string_view type) {
  return type.starts_with("vn.luuvet.thread.directed.") || type.starts_with("vn.luuvet.thread.urged.");
}

}  // namespace

bool Watcher::may_read(const ViewsPtr& today, Date date, const Envelope& envelope, std::string_view record) {
  if (head_ != today->world.head || date_ != date) {
    reader_ = reader_of(today->world, caller_.account, date);
    head_ = today->world.head;
    date_ = date;
  }
  if (reader_.reads_all()) return true;
  const auto subject = parse_subject(envelope.subject);
  if (!subject) return false;
  if (reader_.may_read(today->world, *subject, AgencyId{std::string(envelope.agency)})) return true;
  if (!asks_others(envelope.type)) return false;
  const auto decoded = decoder_.decode(record);
  return decoded && reader_.may_read(today->world, decoded.value().recorded);
}

}  // namespace luuvet::server
