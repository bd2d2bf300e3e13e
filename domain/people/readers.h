// Who may read what is protected: the words of progress, obstacles, reasons, threads, file digests, drafts (P20 to
// P22). Judged by what somebody holds and how things stand today, whatever moment is shown.
#pragma once

#include <vector>

#include "domain/people/grants.h"
#include "domain/world.h"

namespace luuvet {

class Reader {
 public:
  // Of everything: the system.
  Reader() = default;
  explicit Reader(std::vector<Grant> grants);

  bool reads_all() const { return all_; }

  // What stands under the subject.
  bool may_read(const World& world, const Subject& subject) const;
  // The same for what `by` wrote there: its own agency reads it as well.
  bool may_read(const World& world, const Subject& subject, const AgencyId& by) const;
  // One record: also by whom a directive or an urging asks for an answer.
  bool may_read(const World& world, const Recorded& recorded) const;

 private:
  bool may_read_link(const World& world, const std::string& id) const;

  bool all_ = true;
  std::vector<Grant> grants_;
};

// By all posts that the account holds on `date`, whichever agency it acts for.
Reader reader_of(const World& world, const ActorId& actor, Date date);

// A reader in front of today's World: what representations, lists and histories ask. By default it reads everything.
// Both must outlive it.
class Sight {
 public:
  Sight() = default;
  Sight(const Reader& reader, const World& today) : reader_(&reader), today_(&today) {}

  bool may_read(const Subject& subject) const { return !reader_ || reader_->may_read(*today_, subject); }
  bool may_read(const Subject& subject, const AgencyId& by) const {
    return !reader_ || reader_->may_read(*today_, subject, by);
  }
  bool may_read(const Recorded& recorded) const { return !reader_ || reader_->may_read(*today_, recorded); }

 private:
  const Reader* reader_ = nullptr;
  const World* today_ = nullptr;
};

}  // namespace luuvet
