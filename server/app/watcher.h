// One reader of the live feed or of events: what it may read of each record, and who it is to others at the same one,
// by the rights of today. Net thread.
#pragma once

#include <memory>
#include <string_view>

#include "api/record_codec.h"
#include "domain/people/readers.h"
#include "server/app/gate.h"
#include "server/app/identity.h"
#include "server/engine/engine.h"
#include "server/live/access.h"
#include "server/live/record_envelope.h"

namespace luuvet::server {

class Watcher {
 public:
  explicit Watcher(Caller caller) : caller_(std::move(caller)) {}

  const Caller& caller() const { return caller_; }
  bool may_read(const ViewsPtr& today, Date date, const Envelope& envelope, std::string_view record);
  // Nothing where `subject` is no record with a page, or no post of today lets this account know others by name.
  // `agency`: acted for; the first of its own where it is not among them.
  std::optional<Onlooker> onlooker(const World& today, const Profiles& profiles, Date date, const std::string& subject,
                                   const std::optional<AgencyId>& agency) const;

 private:
  const Caller caller_;
  Reader reader_{std::vector<Grant>{}};  // as of this record, on this date: made again when either has moved
  Sequence head_ = 0;
  Date date_;
  api::RecordDecoder decoder_;
};

}  // namespace luuvet::server
