// What contradicts itself in the papers, found in the rows themselves: by what they say beside each other and by their
// own numbers. Whether somebody has looked at it is asked of the doubts and links afterwards.
#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"
#include "projections/links/link_suggestions.h"
#include "projections/page.h"

namespace luuvet::projections {

enum class ContradictionKind : std::uint8_t {
  kDeadlines,       // twins, or rows much alike, with other deadlines
  kLeads,           // the same with other leads
  kTargets,         // like indicators whose targets do not go together
  kTextTarget,      // a number in a task's words against the target of the indicator that it names
  kTurningSeries,   // targets that fall where they should rise, or the other way round
  kUnits,           // like indicators of one plan in different units
  kResponsibility,  // a member's duties name an indicator that is another member's
  kProduct,         // a study whose product is a thing at work
  kCopiedProduct,   // a product that belongs to another task
  kNumbering,       // numbers that stand twice or are left out
  kNames,           // two rows list nearly the same places
};
BOOST_DESCRIBE_ENUM(ContradictionKind, kDeadlines, kLeads, kTargets, kTextTarget, kTurningSeries, kUnits,
                    kResponsibility, kProduct, kCopiedProduct, kNumbering, kNames)

struct ContradictionPlace {
  std::string subject;
  std::string field;  // of the row: "deadline", "targets", ...
  std::string text;   // as printed or amended
};

struct Contradiction {
  std::string id;  // the same as long as kind and places are
  ContradictionKind kind = ContradictionKind::kDeadlines;
  int score = 100;  // of pairs that are only alike
  std::vector<ContradictionPlace> places;
};
using Contradictions = std::vector<Contradiction>;

// Those of all plans, kind by kind, the most alike first.
std::shared_ptr<const Contradictions> find_contradictions(const World& world, const Suggestions& alike);

// Parts of it, by what they look at.
void find_in_pairs(const World& world, const Suggestions& alike, Contradictions& found);
void find_in_links(const World& world, Contradictions& found);  // twins by decision, however little alike
void find_in_words(const World& world, Contradictions& found);
void find_in_rows(const World& world, Contradictions& found);

// What somebody has written of it.
struct Cover {
  std::vector<DoubtId> doubts;
  std::vector<LinkId> links;
  bool settled = false;  // a doubt was settled, or the rows are linked with what binds
};
Cover cover_of(const World& world, const Contradiction& contradiction);

struct ContradictionFilter {
  std::optional<ProgrammeId> programme;  // of one of its places
  std::optional<std::string> subject;
  std::optional<ContradictionKind> kind;
  std::optional<bool> covered;
};
struct ContradictionItem {
  const Contradiction* found = nullptr;
  Cover cover;
};
struct ContradictionCount {
  ContradictionKind kind = ContradictionKind::kDeadlines;
  std::size_t covered = 0;
  std::size_t uncovered = 0;
};
struct ContradictionList {
  Page<ContradictionItem> page;
  std::shared_ptr<const Contradictions> of_links;  // items may point into it
  std::vector<ContradictionCount> counts;          // by kind, of the programme asked for, whatever the other filters
};
// `all` must outlive the list. Pairs that were rejected or parted are two different rows and left out.
ContradictionList list_contradictions(const World& world, const Contradictions& all, const ContradictionFilter& filter,
                                      const PageRequest& request);

}  // namespace luuvet::projections
