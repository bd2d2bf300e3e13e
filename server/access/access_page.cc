#include "server/access/access_page.h"

#include <algorithm>

#include "server/access/access_record.h"
#include "server/access/access_store.h"

namespace luuvet::server {
namespace {

constexpr std::uint64_t kChunk = 256;  // records read at once

bool type_wanted(const AccessQuery& query, std::string_view type) {
  if (query.types.empty()) return true;
  return std::any_of(query.types.begin(), query.types.end(), [&](const std::string& prefix) {
    return type.starts_with(prefix) && (type.size() == prefix.size() || type[prefix.size()] == '.');
  });
}

// Goes backwards through the log, or through what one account's index names.
class PageReader {
 public:
  PageReader(const EventLog& log, const AccessQuery& query) : log_(log), query_(query) {
    low_ = query.after.value_or(0);
    high_ = query.before ? std::min(*query.before - 1, log.head()) : log.head();
    if (!query.day) return;
    low_ = std::max(low_, last_before(log, start_of_day(*query.day)));
    high_ = std::min(high_, last_before(log, start_of_day(Date{query.day->days + 1})));
  }

  AccessPage read() {
    if (query_.account)
      read_account();
    else
      read_all();
    return std::move(page_);
  }

 private:
  void read_all() {
    bool more = true;
    for (Sequence high = high_; more && high > low_;) {
      const Sequence after = std::max(low_, high > kChunk ? high - kChunk : 0);
      std::vector<std::pair<Sequence, std::string>> chunk;
      scan(log_, after, high - after, [&](Sequence sequence, std::string_view record) {
        chunk.emplace_back(sequence, record);
        return true;
      });
      for (auto one = chunk.rbegin(); more && one != chunk.rend(); ++one) more = take(one->first, one->second);
      high = after;
    }
  }

  void read_account() {
    const std::string subject = access_subject(*query_.account);
    bool more = true;
    for (std::uint64_t version = log_.subject_version(subject); more && version > 0;) {
      const std::uint64_t after = version > kChunk ? version - kChunk : 0;
      const auto chunk = log_.subject_sequences(subject, after, version - after);
      for (auto sequence = chunk.rbegin(); more && sequence != chunk.rend(); ++sequence) {
        if (*sequence > high_) continue;
        more = *sequence > low_ && take(*sequence, log_.read(*sequence).value_or(std::string()));
      }
      more = more && !chunk.empty();
      version = after;
    }
  }

  // Whether to go on.
  bool take(Sequence sequence, std::string_view record) {
    if (page_.items.size() >= query_.limit || ++looked_at_ > query_.scan_max) {
      page_.next = sequence + 1;
      return false;
    }
    const auto row = decoder_.decode(sequence, record);
    if (row && type_wanted(query_, row->type)) page_.items.push_back(access_json(*row));
    return true;
  }

  const EventLog& log_;
  const AccessQuery& query_;
  Sequence low_ = 0;   // exclusive
  Sequence high_ = 0;  // inclusive
  AccessDecoder decoder_;
  AccessPage page_;
  std::size_t looked_at_ = 0;
};

}  // namespace

AccessPage read_access_page(const EventLog& log, const AccessQuery& query) {
  return PageReader(log, query).read();
}

}  // namespace luuvet::server
