// Links between rows, read from the World: which rows can be linked, in what they differ, and who is whose twin.
#pragma once

#include <vector>

#include "domain/body_check.h"
#include "domain/links/link.h"
#include "domain/world.h"

namespace luuvet {

// Links that one row can stand in.
inline constexpr std::size_t kLinksOfRowMax = 100;

// The subjects sorted.
LinkedPair pair_of(LinkKind kind, std::vector<std::string> subjects,
                   std::optional<ComponentId> component = std::nullopt);

// J01, M22: two different rows that are there and stand for something themselves; twins are both tasks or both
// indicators, and of one province; of a link of funds at least one is a budget line. M25: a component stands under the
// one line of a link of funds to a task or an indicator.
void check_pair(BodyCheck& check, const LinkedPair& pair);

// Whether the programmes of both rows are of one province; of a row that is not there nothing is known.
bool of_one_province(const World& world, const std::vector<std::string>& subjects);

// What no paper prints contradicts nothing.
bool same_unit(const std::optional<std::string>& a, const std::optional<std::string>& b);

// Of a pair that was checked, in the order of LinkField. Of a task and an indicator nothing can be compared.
std::vector<LinkField> differing_fields(const World& world, const LinkedPair& pair);

// Null: no such row.
const Life* life_of_row(const World& world, std::string_view subject);
std::optional<ProgrammeId> programme_of_row(const World& world, std::string_view subject);
// Of its programme. None: no such row.
std::optional<std::string> province_of_row(const World& world, std::string_view subject);

// Where it stands in its document; also of budget lines. None: nowhere.
std::optional<Source> source_of_row(const World& world, std::string_view subject);
// Its own words; of a member the position. Empty: no such row.
std::string title_of_row(const World& world, std::string_view subject);
// Null: nobody, or nobody who is there.
std::optional<std::string> position_of(const World& world, const std::optional<MemberId>& member);

// The link of the pair, if anything was recorded of it.
const LinkState* find_link(const World& world, const LinkedPair& pair);

// The component that the link names, if it still stands under its line.
const BudgetComponent* component_of(const World& world, const LinkedPair& pair);

// All links in which the row stands, whatever their status.
std::vector<const LinkState*> links_of(const World& world, const std::string& subject);

// The tasks that are linked with it as twins, also by way of others; itself first, alone if it has none.
std::vector<TaskId> twins_of(const World& world, const TaskId& task);

// Of a set of twins the one whose deadline binds, else the one registered first.
TaskId binding_twin(const World& world, const std::vector<TaskId>& twins);

}  // namespace luuvet
